import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where the API is asked: whoever asks it there goes through the typed client. */
const asking = ['test', 'local/play', 'ops', 'tools', 'web'];

/** Asks what no client would: a preflight, a code that changes under it, and `raw` itself. */
const allowed = [
  'test/architecture/typed-calls.test.ts',
  'test/faults/reload.test.ts',
  'test/journey/front-door.test.ts',
];

/** A path of the API in a text, also behind an address or a method. */
const isPath = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
  /^.(?:\$\{[^}]*\}|[A-Z]+ )?\/v1\//.test(node.getText());

const names = (type: ts.Node | undefined, name: string): boolean =>
  type !== undefined && new RegExp(`\\b${name}\\b`).test(type.getText());

/** `get<T>(path: string): Promise<T>`: the caller says what comes, and nobody looks. */
const saysWhatComes = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) &&
  node.parameters.some(
    ({ name, type }) =>
      /path|url|route|address/i.test(name.getText()) && type?.kind === ts.SyntaxKind.StringKeyword,
  ) &&
  (node.typeParameters ?? []).some(
    ({ name: { text } }) =>
      !node.parameters.some(({ type }) => names(type, text)) &&
      (node.type === undefined || names(node.type, text)),
  );

const breachOf = (node: ts.Node): string | undefined => {
  if (saysWhatComes(node)) return 'a call that is typed by whoever calls';
  if (!ts.isCallExpression(node)) return undefined;
  if (node.typeArguments && node.arguments.some(isPath)) return 'an answer typed by hand';
  const isFetch = /(?:^|\.)fetch$/.test(node.expression.getText());
  return isFetch && node.arguments.some(isPath) ? 'the API asked past its client' : undefined;
};

const breachesIn = (file: string, text: string): readonly string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const breach = breachOf(node);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (breach !== undefined) found.push(`${file}:${line + 1} ${breach}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
};

describe('whoever asks the API', () => {
  it('asks it through the typed client', () => {
    const files = globSync(asking.map((root) => `${root}/**/*.ts`));
    expect(files.length).toBeGreaterThan(300);
    const looked = files.filter((file) => !allowed.includes(file));
    expect(looked.flatMap((file) => breachesIn(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['a path and a type of one’s own', "await clerk.get<Shift>('/v1/shifts/current');"],
    ['a path with parts', `await call<Page>('GET', \`/v1/procedures/\${code}\`);`],
    ['a method before the path', "await ask<{ items: object[] }>('GET /v1/dossiers');"],
    ['bare fetch', `const found = await fetch(\`\${url}/v1/procedures?q=x\`);`],
    ['a generic call', 'const get = <T>(path: string): Promise<T> => send(path) as Promise<T>;'],
    [
      'one of an interface',
      'interface Person { post<T>(path: string, body: unknown): Answer<T>; }',
    ],
    [
      'one without its answer',
      'async function get<T>(url: string) { return (await f(url)) as T; }',
    ],
  ])('is seen with %s', (_, text) => {
    expect(breachesIn('planted.ts', text)).toHaveLength(1);
  });

  it.each([
    ['the typed client', "await clerk.call('GET /v1/shifts/current');"],
    ['what stands outside the API', `await sim.get<Copy>(\`/sim/portal/copies/\${code}\`);`],
    ['a presigned address', 'await fetch(upload.url, { method: "PUT" });'],
    ['a generic of what it is given', 'const each = <T>(path: string, item: T): T => item;'],
  ])('may use %s', (_, text) => {
    expect(breachesIn('planted.ts', text)).toEqual([]);
  });
});

/** Handlers answer in tests at one place, which holds each answer to its contract. */
describe('a test of handlers', () => {
  const importing = (what: RegExp) =>
    globSync('test/**/*.ts').filter((file) => what.test(readFileSync(file, 'utf8')));

  it('calls them through test/support/edge', () => {
    const calling = importing(/^import .*#edge\/http-api\.ts/m).sort();
    // The second has a spy where the use case would be: it answers nothing of a service.
    expect(calling).toEqual([
      'test/support/edge/served.ts',
      'test/support/edge/spied.ts',
      'test/unit/domain/identifiers/tuple.test.ts',
    ]);
    const made = importing(/^import \{ makeHandlers/m);
    expect(made.length).toBeGreaterThan(3);
    const held = importing(/#test\/support\/edge\/served\.ts/);
    expect(made.filter((file) => !held.includes(file))).toEqual([]);
  });
});
