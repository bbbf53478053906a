import ts from 'typescript';
import { Refused } from './refused.ts';

/**
 * Additions to the registers of the house. A register is found by what it is, never by the text around
 * it, so that it may be reformatted and reordered; where it is not found, the addition is refused. Long
 * lines and the order of imports are the formatter's.
 */
export type Addition = (source: string) => string;

const parse = (source: string): ts.SourceFile =>
  ts.createSourceFile('register.ts', source, ts.ScriptTarget.Latest, true);

const inserted = (source: string, at: number, text: string): string =>
  `${source.slice(0, at)}${text}${source.slice(at)}`;

type List = ts.ObjectLiteralExpression | ts.ArrayLiteralExpression;

/** The literal behind `as const`, `satisfies`, a call's last argument or what a function returns. */
const listBehind = (node: ts.Node | undefined): List | undefined => {
  if (!node) return undefined;
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) return node;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return listBehind(node.expression);
  if (ts.isCallExpression(node)) return listBehind(node.arguments.at(-1));
  if (ts.isArrowFunction(node) && ts.isBlock(node.body))
    return listBehind(node.body.statements.findLast(ts.isReturnStatement)?.expression);
  return undefined;
};

const constantsOf = (file: ts.SourceFile): readonly ts.VariableDeclaration[] =>
  file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);

const textOf = (name: ts.PropertyName | ts.BindingName): string =>
  ts.isStringLiteral(name) ? name.text : name.getText();

const valueIn = (list: List | undefined, key: string): ts.Node | undefined =>
  list && ts.isObjectLiteralExpression(list)
    ? list.properties.filter(ts.isPropertyAssignment).find(({ name }) => textOf(name) === key)
        ?.initializer
    : undefined;

/**
 * One element more at the end of an object or array: `contracts`, or with a dot what lies in it,
 * `satisfaction.functions`.
 */
export const toList =
  (path: string, element: string): Addition =>
  (source) => {
    const [constant, ...keys] = path.split('.');
    const declared = constantsOf(parse(source)).find(({ name }) => textOf(name) === constant);
    const list = keys.reduce(
      (outer, key) => listBehind(valueIn(outer, key)),
      listBehind(declared?.initializer),
    );
    if (!list) throw new Refused(`there is no list ${path}`);
    const elements = ts.isObjectLiteralExpression(list) ? list.properties : list.elements;
    const comma = elements.length === 0 || elements.hasTrailingComma ? '' : ',';
    return inserted(source, elements.end, `${comma}\n${element},`);
  };

/** One member more of a union, where it is not in it yet. */
export const toUnion =
  (type: string, member: string): Addition =>
  (source) => {
    const alias = parse(source)
      .statements.filter(ts.isTypeAliasDeclaration)
      .find(({ name }) => name.text === type);
    if (!alias) throw new Refused(`there is no type ${type}`);
    return alias.type
      .getText()
      .split('|')
      .some((each) => each.trim() === member)
      ? source
      : inserted(source, alias.type.end, ` | ${member}`);
  };

const namesBroughtIn = ({ importClause }: ts.ImportDeclaration): readonly string[] => {
  const bindings = importClause?.namedBindings;
  if (!bindings) return [];
  return ts.isNamedImports(bindings)
    ? bindings.elements.map(({ name }) => name.text)
    : [bindings.name.text];
};

/** The names of an import that may bring in values and types alike. */
const namesWritten = ({ importClause }: ts.ImportDeclaration) => {
  const bindings = importClause?.namedBindings;
  return importClause?.isTypeOnly || !bindings || !ts.isNamedImports(bindings)
    ? undefined
    : bindings.elements;
};

/** The names at the top of a file, by an import or as its own. */
const namesOf = (file: ts.SourceFile): readonly string[] => [
  ...constantsOf(file).map(({ name }) => textOf(name)),
  ...file.statements.filter(ts.isImportDeclaration).flatMap(namesBroughtIn),
  ...file.statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text),
];

const isFrom =
  (from: string) =>
  ({ moduleSpecifier }: ts.ImportDeclaration): boolean =>
    ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === from;

/** Behind the names of an import that may bring in this one too; undefined where there is none. */
const amongNames = (same: readonly ts.ImportDeclaration[], source: string, what: string) => {
  const names = same.map(namesWritten).find((each) => each !== undefined);
  return names && inserted(source, names.end, `${names.hasTrailingComma ? '' : ','} ${what}`);
};

/**
 * `import { <what> } from '<from>'`, where it is not there yet. `what` is one name, with `type` or `as`
 * where it needs them; a name that means something else in the file is refused.
 */
export const toImports =
  (what: string, from: string): Addition =>
  (source) => {
    const file = parse(source);
    const imports = file.statements.filter(ts.isImportDeclaration);
    const name = what.split(' ').at(-1) ?? what;
    const same = imports.filter(isFrom(from));
    if (same.flatMap(namesBroughtIn).includes(name)) return source;
    if (namesOf(file).includes(name)) throw new Refused(`the name ${name} is taken`);
    const line = `\nimport { ${what} } from '${from}';`;
    return amongNames(same, source, what) ?? inserted(source, imports.at(-1)?.end ?? 0, line);
  };
