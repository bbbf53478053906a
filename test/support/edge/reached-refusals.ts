import ts from 'typescript';
import type { Compiled } from './compiled.ts';

const isOurs = (node: ts.Node): boolean => {
  const { fileName } = node.getSourceFile();
  return /^(?:functions|shared)\//.test(fileName.slice(process.cwd().length + 1));
};

/** What a name stands for: the code behind it, where it is a value of ours. */
const behind = (declaration: ts.Declaration): ts.Node | undefined => {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration))
    return declaration.initializer;
  return ts.isFunctionDeclaration(declaration) ? declaration : undefined;
};

type Checker = ts.TypeChecker;

/** By its name, and by its type: a use case that was handed in is the function that its maker returns. */
const codeOf = (checker: Checker, name: ts.Node): readonly ts.Node[] => {
  const symbol = checker.getSymbolAtLocation(name);
  const isAlias = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = (isAlias ? checker.getAliasedSymbol(symbol) : symbol) ?? {};
  const signatures = checker.getTypeAtLocation(name).getCallSignatures();
  return [
    ...declarations.map(behind),
    ...signatures.map(({ declaration }) => declaration).filter((it) => it && 'body' in it),
  ].filter((node): node is ts.Node => node !== undefined && isOurs(node));
};

/** The codes in `{ code: 'x' }`, also where one of two is chosen. */
const codesIn = (checker: Checker, node: ts.Node): readonly string[] => {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'code') return [];
  const type = checker.getTypeAtLocation(node.initializer);
  const kinds = type.isUnion() ? type.types : [type];
  return kinds.flatMap((kind) => (kind.isStringLiteral() ? [kind.value] : []));
};

const reachedFrom = (checker: Checker, start: ts.Node): ReadonlySet<string> => {
  const codes = new Set<string>();
  const seen = new Set<ts.Node>();
  const ahead = [start];
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    for (const code of codesIn(checker, node)) codes.add(code);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))
      ahead.push(...codeOf(checker, node));
    ts.forEachChild(node, look);
  };
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    look(next);
  }
  return codes;
};

/**
 * By `<service> <operation>` every `code` that the handler's code reaches, through use cases down to the
 * decisions of the domain. It reads what the compiler knows, so a function that is only known by its
 * type (a port, a callback of another shape) hides what is behind it.
 */
export const reachedRefusals = (
  { checker, sources }: Compiled,
  operations: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const source of sources) {
    const service = /functions\/([\w-]+)\//.exec(source.fileName)?.[1];
    const look = (node: ts.Node): void => {
      const key = ts.isPropertyAssignment(node) ? `${service} ${node.name.getText()}` : '';
      const isHandler =
        ts.isPropertyAssignment(node) &&
        operations.has(key) &&
        checker.getTypeAtLocation(node.initializer).getCallSignatures().length > 0;
      // A handler may hand on to one that its main.ts gives it under the same name.
      if (isHandler)
        reached.set(
          key,
          reachedFrom(checker, node.initializer).union(reached.get(key) ?? new Set()),
        );
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return reached;
};
