import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knipOfProduct } from '../../../tools/gates.mjs';

let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'post-counter-planted-'));
  for (const file of ['knip.json', 'tsconfig.json', 'vitest.config.ts'])
    copyFileSync(file, join(tree, file));
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  write('package.json', '{ "type": "module", "imports": { "#domain/*": "./shared/domain/*" } }');
});
afterEach(() => rmSync(tree, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};

/** A gate as `npm test` runs it, in another tree, with nothing of the run around it. */
const passes = (command: string, args: readonly string[]) => {
  const bin = resolve('node_modules/.bin');
  const { status, stdout, stderr } = spawnSync(join(bin, command), args, {
    cwd: tree,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
  });
  return { isGreen: status === 0, said: `${stdout}${stderr}` };
};

describe('the gate against what tests alone use', { timeout: 60_000 }, () => {
  const product = () => passes(knipOfProduct.command, knipOfProduct.args);

  beforeEach(() => {
    write(
      'functions/money/api/main.ts',
      "import { used } from '#domain/a.ts';\nexport const handler = () => used;\n",
    );
    write(
      'test/unit/a.test.ts',
      "import * as a from '#domain/a.ts';\nimport { b } from '#domain/b.ts';\nconsole.log(a.used, a.planted, b);\n",
    );
  });

  it('lets pass what the product uses', () => {
    write('shared/domain/a.ts', 'export const used = 1;\n');
    expect(product()).toMatchObject({ isGreen: true });
  });

  it('sees an export that only a test imports', () => {
    write('shared/domain/a.ts', 'export const used = 1;\nexport const planted = 2;\n');
    const { isGreen, said } = product();
    expect(isGreen).toBe(false);
    expect(said).toContain('planted');
  });

  it('sees a file that only a test imports', () => {
    write('shared/domain/a.ts', 'export const used = 1;\n');
    write('shared/domain/b.ts', 'export const b = 1;\n');
    const { isGreen, said } = product();
    expect(isGreen).toBe(false);
    expect(said).toContain('shared/domain/b.ts');
  });
});

describe('the gate over the branches of the law', { timeout: 60_000 }, () => {
  const law = 'export const isLate = (days: number): boolean => (days > 5 ? true : false);\n';
  const tried = (file: string, ...days: readonly number[]) => {
    write(file, law);
    write(
      'test/unit/a.test.ts',
      `import { expect, it } from 'vitest';
import { isLate } from '../../${file}';
it.each([${days}])('%d', (days) => expect(isLate(days)).toBe(days > 5));
`,
    );
    return passes('vitest', ['run', '--project=unit', '--coverage']);
  };

  it('lets a law pass whose every branch is tried', () =>
    expect(tried('shared/domain/late.ts', 5, 6)).toMatchObject({ isGreen: true }));

  it.each(['shared/domain/limits/late.ts', 'functions/money/domain/late.ts'])(
    'sees a branch that nothing tries in %s',
    (file) => {
      const { isGreen, said } = tried(file, 6);
      expect(isGreen).toBe(false);
      expect(said).toContain('does not meet');
    },
  );
});
