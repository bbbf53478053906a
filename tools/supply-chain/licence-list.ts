import { type Bill, expressionOf, isTool, nameOf } from './bill.ts';

/** For whoever has to name them: each licence with its packages, those of the product first. */
export const licenceList = ({ components }: Bill): string => {
  const rows = Map.groupBy(components, (component) => plain(expressionOf(component)));
  const cells = (those: Bill['components']) => those.map(nameOf).toSorted().join(', ') || '–';
  return `# Licences of what this is made of

Made of the lock by \`npm run sbom\`.

| licence | in the product | in the tools |
|---|---|---|
${[...rows]
  .toSorted(([left], [right]) => left.localeCompare(right, 'en'))
  .map(([licence, those]) => {
    const product = those.filter((component) => !isTool(component));
    return `| ${licence} | ${cells(product)} | ${cells(those.filter(isTool))} |`;
  })
  .join('\n')}
`;
};

/** One look for one thing: brackets around the whole say nothing. */
const plain = (expression = 'none told'): string => expression.replace(/^\(+|\)+$/g, '');
