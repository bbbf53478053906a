import parse from 'spdx-expression-parse';
import { type Bill, type Component, expressionOf, isTool, nameOf } from './bill.ts';
import type { Policy } from './policy.ts';

/** The bill with the licences that somebody read where the package's own data tell none. */
export const completed = (bill: Bill, { read }: Policy): Bill => ({
  ...bill,
  components: bill.components.map((component) => {
    const found = read[nameOf(component)];
    return found && !component.licenses
      ? { ...component, licenses: [{ license: { id: found.licence } }] }
      : component;
  }),
});

/** Each component that may not be there on its terms, one sentence each; none where all may. */
export const licenceBreaches = (bill: Bill, policy: Policy): readonly string[] =>
  bill.components.flatMap((component) => {
    const expression = expressionOf(component);
    if (expression === undefined) return [`${nameOf(component)} tells no licence`];
    return isGranted(expression, termsFor(component, policy))
      ? []
      : [`${nameOf(component)} (${isTool(component) ? 'tool' : 'product'}) is under ${expression}`];
  });

/** Exceptions that nobody needs any more: each would let in what nobody has looked at. */
export const idleExceptions = (bill: Bill, { named, read }: Policy): readonly string[] => [
  ...named
    .filter((it) => !bill.components.some(({ name }) => name.startsWith(it.package)))
    .map((it) => `nothing is called ${it.package}…: take its exception out`),
  ...Object.keys(read)
    .filter((name) => !bill.components.some((component) => nameOf(component) === name))
    .map((name) => `${name} is not there: take the licence that was read for it out`),
];

const termsFor = (component: Component, { anywhere, tools, named }: Policy): ReadonlySet<string> =>
  new Set([
    ...anywhere,
    ...(isTool(component) ? tools : []),
    ...named
      .filter(({ package: start }) => component.name.startsWith(start))
      .map(({ licence }) => licence),
  ]);

/** An expression that is no SPDX grants nothing. */
const isGranted = (expression: string, terms: ReadonlySet<string>): boolean => {
  try {
    return isMet(parse(expression), terms);
  } catch {
    return false;
  }
};

const isMet = (info: parse.Info, terms: ReadonlySet<string>): boolean => {
  if ('license' in info) return info.exception === undefined && terms.has(info.license);
  const [left, right] = [isMet(info.left, terms), isMet(info.right, terms)];
  return info.conjunction === 'or' ? left || right : left && right;
};
