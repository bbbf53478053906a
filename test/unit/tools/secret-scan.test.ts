import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretScan } from '../../../tools/gates.mjs';

let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'secret-scan-'));
  for (const file of ['.secretlintrc.json', '.secretlintignore'])
    copyFileSync(file, join(tree, file));
});
afterEach(() => rmSync(tree, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};

/** The gate as `npm test` runs it, in another folder. */
const scan = () => {
  const program = resolve('node_modules/.bin', secretScan.command);
  const { status, stdout } = spawnSync(program, secretScan.args, { cwd: tree, encoding: 'utf8' });
  return { isClean: status === 0, stdout };
};

/** Put together here, so that this file holds none. */
const planted = {
  'a token of GitHub': () => `token = ghp_${'aB3dE6gH9'.repeat(4)}`,
  'an access key of AWS': () => `key = AKIA${'QZ7XK3M5N2P4R6T8'}`,
  'a private key': () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    }),
} as const;

describe('the secret scan', () => {
  it('lets a tree without secrets pass', () => {
    write('shared/domain/a.ts', "export const name = 'Bưu điện Vị Thanh';\n");
    expect(scan()).toMatchObject({ isClean: true });
  });

  it.each(
    Object.entries(planted).flatMap(([what, secret]) =>
      ['shared/domain/a.ts', '.env', '.ci/check.sh', 'docs/a.md'].map(
        (path) => [what, path, secret] as const,
      ),
    ),
  )('finds %s in %s', (_, path, secret) => {
    write('shared/domain/b.ts', 'export const one = 1;\n');
    write(path, `${secret()}\n`);
    const { isClean, stdout } = scan();
    expect(isClean).toBe(false);
    expect(stdout).toContain(path);
  });
});
