import { describe, expect, it } from 'vitest';
import { Refused } from '../../../tools/new/refused.ts';
import { type Addition, toImports, toList, toUnion } from '../../../tools/new/registers.ts';

/** Without the formatter's part. */
const said = (source: string): string => source.replace(/\s+/g, '').replace(/,([}\])])/g, '$1');

describe('one element more', () => {
  it.each<readonly [what: string, before: string, add: Addition, after: string]>([
    ['of an object', 'const a = { b: 1 };', toList('a', 'c'), 'const a = { b: 1, c };'],
    ['of an empty object', 'const a = {};', toList('a', 'c'), 'const a = { c };'],
    [
      'behind as const and satisfies',
      'export const a = {\n  b,\n} as const satisfies Record<string, B>;',
      toList('a', '...c'),
      'export const a = { b, ...c } as const satisfies Record<string, B>;',
    ],
    [
      'of what a function returns',
      'const a = () => { const d = {}; return { b, }; };',
      toList('a', 'c'),
      'const a = () => { const d = {}; return { b, c }; };',
    ],
    [
      'of a call’s last argument',
      "const A = z.union('type', [B]);",
      toList('A', 'C'),
      "const A = z.union('type', [B, C ]);",
    ],
    [
      'of what lies in it',
      "const a = { 'x-y': {}, functions: { b: { c: 1 } } };",
      toList('a.functions', "'d-e': {}"),
      "const a = { 'x-y': {}, functions: { b: { c: 1 }, 'd-e': {} } };",
    ],
    ['of a union', "type A = 'b' | 'c';", toUnion('A', "'d'"), "type A = 'b' | 'c' | 'd';"],
    ['of a union that has it', "type A = 'b';", toUnion('A', "'b'"), "type A = 'b';"],
  ])('%s', (_, before, add, after) => expect(said(add(before))).toBe(said(after)));

  it('is not put where only the text looks like the register', () => {
    const source = "// const a = {};\nconst b = 'const a = {}';\nconst c = { a: {} };\n";
    expect(() => toList('a', 'd')(source)).toThrow(Refused);
    expect(() => toList('c.b', 'd')(source)).toThrow('there is no list c.b');
    expect(() => toUnion('A', "'d'")(source)).toThrow('there is no type A');
  });
});

describe('an import', () => {
  const from = './b.ts';
  it.each<readonly [what: string, before: string, name: string, after: string]>([
    ['the first', 'const a = 1;', 'b', "import { b } from './b.ts';const a = 1;"],
    [
      'after the others',
      "import { x } from 'x';\nconst a = 1;",
      'Env as BEnv',
      "import { x } from 'x';\nimport { Env as BEnv } from './b.ts';\nconst a = 1;",
    ],
    [
      'among the names of its module',
      "import {\n  c,\n} from './b.ts';",
      'type B',
      "import { c, type B } from './b.ts';",
    ],
    ['that is there', "import { b } from './b.ts';", 'b', "import { b } from './b.ts';"],
    [
      'of a value beside one of types',
      "import type { C } from './b.ts';",
      'b',
      "import type { C } from './b.ts'; import { b } from './b.ts';",
    ],
  ])('%s', (_, before, name, after) =>
    expect(said(toImports(name, from)(before))).toBe(said(after)),
  );

  it.each([
    'const b = 1;',
    "import { b } from './other.ts';",
    "import * as b from 'b';",
    'type b = 1;',
  ])('is refused where its name means something else: %s', (source) =>
    expect(() => toImports('b', from)(source)).toThrow('the name b is taken'),
  );
});
