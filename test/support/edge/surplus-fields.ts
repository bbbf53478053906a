import { relative } from 'node:path';
import ts from 'typescript';
import type { Compiled } from './compiled.ts';

type Checker = ts.TypeChecker;

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** Any field may stand in it, or nobody knows which: `object`, `unknown`, a record, a primitive. */
const isOpen = (checker: Checker, type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.Object) === 0 ||
  checker.getPropertiesOfType(type).length === 0 ||
  checker.getIndexTypeOfType(type, ts.IndexKind.String) !== undefined;

const fieldsOf = (checker: Checker, type: ts.Type, name: string): readonly ts.Type[] => {
  const field = checker.getPropertyOfType(type, name);
  return field ? partsOf(checker.getTypeOfSymbol(field)) : [];
};

const itemsOf = (checker: Checker, type: ts.Type): readonly ts.Type[] => {
  const item = checker.isArrayLikeType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  return item ? partsOf(item) : [];
};

/** Fields of `actual` that none of `known` has, spread or handed through, with the way to them. */
const surplus = (
  checker: Checker,
  actual: readonly ts.Type[],
  known: readonly ts.Type[],
  way: string,
): readonly string[] => {
  if (way.split('.').length > 8) return [];
  const lists = actual.filter((type) => checker.isArrayLikeType(type));
  const items = lists.flatMap((type) => itemsOf(checker, type));
  const inItems = items.length
    ? surplus(
        checker,
        items,
        known.flatMap((type) => itemsOf(checker, type)),
        `${way}[]`,
      )
    : [];
  const objects = known.filter((type) => !checker.isArrayLikeType(type));
  const shapes = objects.filter((type) => !isOpen(checker, type));
  if (
    shapes.length === 0 ||
    objects.some((type) => (type.flags & ts.TypeFlags.Object) !== 0 && isOpen(checker, type))
  )
    return inItems;
  const own = actual.filter((type) => !lists.includes(type) && !isOpen(checker, type));
  const inOwn = own.flatMap((type) =>
    checker.getPropertiesOfType(type).flatMap(({ name }) => {
      const wanted = shapes.flatMap((shape) => fieldsOf(checker, shape, name));
      return wanted.length === 0
        ? [`${way}.${name}`]
        : surplus(checker, fieldsOf(checker, type, name), wanted, `${way}.${name}`);
    }),
  );
  return [...inItems, ...inOwn];
};

/** `(…): z.output<typeof ShiftView> => …` */
const isView = (node: ts.Node): node is ts.ArrowFunction =>
  ts.isArrowFunction(node) && /^z\.output<typeof \w+>$/.test(node.type?.getText() ?? '');

const returnsOf = (view: ts.ArrowFunction): readonly ts.Expression[] => {
  const bare = (node: ts.Expression): ts.Expression =>
    ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
  if (!ts.isBlock(view.body)) return [bare(view.body)];
  const found: ts.Expression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(bare(node.expression));
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, look);
  };
  look(view.body);
  return found;
};

/** What is answered at a node, and as what it is declared: a view's result, a body in a handler. */
const answeredAt = (
  checker: Checker,
  node: ts.Node,
): readonly (readonly [ts.Expression, ts.Type | undefined])[] => {
  if (isView(node) && node.type) {
    const declared = checker.getTypeFromTypeNode(node.type);
    return returnsOf(node).map((told) => [told, declared]);
  }
  const isBody =
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'body' &&
    /handler|order-papers/.test(node.getSourceFile().fileName);
  return isBody ? [[node.initializer, checker.getContextualType(node.initializer)]] : [];
};

export interface Surplus {
  /** How many views and bodies were looked at. */
  readonly looked: number;
  /** `file:line .field` of each that an answer has and its contract lacks. */
  readonly found: readonly string[];
}

/**
 * TypeScript lets a spread, and a list of the domain, bring fields that the declared type does not have.
 * This looks at what the compiler knows of each view and each body, and tells them.
 */
export const surplusFields = ({ checker, sources }: Compiled): Surplus => {
  let looked = 0;
  const found: string[] = [];
  for (const source of sources) {
    const look = (node: ts.Node): void => {
      for (const [told, declared] of answeredAt(checker, node)) {
        if (!declared) continue;
        looked += 1;
        const { line } = source.getLineAndCharacterOfPosition(told.getStart());
        const actual = partsOf(checker.getTypeAtLocation(told));
        const at = `${relative('.', source.fileName)}:${line + 1} `;
        found.push(...surplus(checker, actual, partsOf(declared), '').map((way) => at + way));
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return { looked, found };
};
