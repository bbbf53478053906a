import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Bill } from '../../../tools/supply-chain/bill.ts';
import { licenceList } from '../../../tools/supply-chain/licence-list.ts';
import {
  completed,
  idleExceptions,
  licenceBreaches,
} from '../../../tools/supply-chain/licences.ts';
import { Lock, lockBreaches, Manifest } from '../../../tools/supply-chain/lock.ts';
import { type Policy, policy } from '../../../tools/supply-chain/policy.ts';

const small: Policy = {
  anywhere: ['MIT', 'Apache-2.0'],
  tools: ['MPL-2.0'],
  named: [{ package: '@img/', licence: 'LGPL-3.0-or-later', why: 'a library of its own' }],
  read: { 'silent@1.0.0': { licence: 'MIT', where: 'LICENSE' } },
};

type Licences = readonly unknown[] | undefined;
const billOf = (name: string, licenses: Licences, isTool = false): Bill =>
  Bill.parse({
    bomFormat: 'CycloneDX',
    components: [
      {
        name,
        version: '1.0.0',
        licenses,
        properties: isTool ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
      },
    ],
  });
const id = (licence: string) => [{ license: { id: licence } }];
const expression = (text: string) => [{ expression: text }];

describe('licences', () => {
  it.each<readonly [what: string, name: string, licenses: Licences, isTool: boolean]>([
    ['one that may be anywhere', 'a', id('MIT'), false],
    ['a choice with one that may', 'a', expression('(MIT OR GPL-3.0-or-later)'), false],
    ['all of several', 'a', expression('MIT AND Apache-2.0'), false],
    ['one for tools, of a tool', 'a', id('MPL-2.0'), true],
    ['the exception of a named package', '@img/b', expression('MIT AND LGPL-3.0-or-later'), false],
    ['what somebody read', 'silent', undefined, false],
  ])('let in: %s', (_, name, licenses, isTool) => {
    const bill = completed(billOf(name, licenses, isTool), small);
    expect(licenceBreaches(bill, small)).toEqual([]);
  });

  it.each<readonly [what: string, name: string, licenses: Licences]>([
    ['none', 'a', undefined],
    ['one that is not listed', 'a', id('AGPL-3.0-only')],
    ['one for tools, in the product', 'a', id('MPL-2.0')],
    ['one of several that is not listed', 'a', expression('MIT AND AGPL-3.0-only')],
    ['another package under the exception', 'a', id('LGPL-3.0-or-later')],
    ['an exception to a listed one, that nobody read', 'a', expression('MIT WITH LLVM-exception')],
    ['words that are no licence', 'a', [{ license: { name: 'SEE LICENSE IN x' } }]],
    ['two of which one is not listed', 'a', [...id('MIT'), ...id('GPL-3.0-only')]],
  ])('kept out: %s', (_, name, licenses) => {
    const bill = completed(billOf(name, licenses), small);
    expect(licenceBreaches(bill, small)).toHaveLength(1);
    expect(licenceBreaches(bill, small)[0]).toContain(`${name}@1.0.0`);
  });

  it('keeps no exception that nobody needs', () => {
    expect(idleExceptions(billOf('a', id('MIT')), small)).toHaveLength(2);
    expect(policy.named.every(({ why }) => why !== '')).toBe(true);
  });

  it('lists each package once, the product before the tools', () => {
    const list = licenceList(billOf('a', expression('(MIT OR GPL-3.0-or-later)'), true));
    expect(list).toContain('| MIT OR GPL-3.0-or-later | – | a@1.0.0 |');
  });
});

const manifest = Manifest.parse({
  license: 'UNLICENSED',
  allowScripts: { 'node@24.21.0': true, tells: false },
  dependencies: { zod: '4.6.7' },
});
const lockOf = (packages: Record<string, unknown>) =>
  Lock.parse({
    packages: {
      '': {},
      'node_modules/node': { version: '24.21.0', integrity: 'sha512-a', hasInstallScript: true },
      'node_modules/tells': { version: '1.4.0', integrity: 'sha512-b', hasInstallScript: true },
      ...packages,
    },
  });
const off = 'ignore-scripts=true\n';

describe('where code comes from', () => {
  it('is one version of the registry with its hash', () =>
    expect(lockBreaches(manifest, lockOf({}), off)).toEqual([]));

  it.each(['npm:typescript@7.0.2', 'npm:@scope/a@1.0.0-rc.1'])(
    'may go by another name: %s',
    (version) => {
      const changed = { ...manifest, devDependencies: { 'another-name': version } };
      expect(lockBreaches(changed, lockOf({}), off)).toEqual([]);
    },
  );

  it.each<readonly [what: string, path: string, entry: object]>([
    [
      'a repository',
      'node_modules/a',
      { resolved: 'git+ssh://git@github.com/a/a.git#1', integrity: 'sha512-a' },
    ],
    [
      'another registry',
      'node_modules/a',
      { resolved: 'https://registry.npmjs.org.example/a.tgz', integrity: 'sha512-a' },
    ],
    ['a folder', 'node_modules/a', { link: true, integrity: 'sha512-a' }],
    ['nobody can prove', 'node_modules/a', { version: '1.0.0' }],
    ['a weak hash', 'node_modules/a', { version: '1.0.0', integrity: 'sha1-a' }],
    [
      'a script that nobody judged',
      'node_modules/a',
      { version: '1.0.0', integrity: 'sha512-a', hasInstallScript: true },
    ],
    [
      'another version of who may run',
      'node_modules/b/node_modules/node',
      { version: '24.22.0', integrity: 'sha512-a', hasInstallScript: true },
    ],
  ])('is refused: %s', (_, path, entry) =>
    expect(lockBreaches(manifest, lockOf({ [path]: entry }), off)).toHaveLength(1),
  );

  it.each<readonly [what: string, changed: Partial<Manifest>, npmrc: string]>([
    ['scripts that run by themselves', {}, '# ignore-scripts=true\n'],
    ['a range', { dependencies: { zod: '^4.6.7' } }, off],
    ['a tag', { devDependencies: { zod: 'latest' } }, off],
    ['a range under another name', { devDependencies: { a: 'npm:zod@^4.6.7' } }, off],
    ['a repository by its address', { devDependencies: { a: 'github:zod@4.6.7' } }, off],
    [
      'a permission that nobody uses',
      { allowScripts: { ...manifest.allowScripts, 'gone@1.0.0': true } },
      off,
    ],
    ['a licence that the owner did not give', { license: 'MIT' }, off],
  ])('is refused: %s', (_, changed, npmrc) =>
    expect(lockBreaches({ ...manifest, ...changed }, lockOf({}), npmrc)).toHaveLength(1),
  );

  it('runs nothing while it is installed, whatever npm is there', { timeout: 60_000 }, () => {
    const tree = mkdtempSync(join(tmpdir(), 'post-counter-scripts-'));
    const ran = join(tree, 'ran');
    try {
      mkdirSync(join(tree, 'noisy'));
      writeFileSync(
        join(tree, 'noisy/package.json'),
        JSON.stringify({
          name: 'noisy',
          version: '1.0.0',
          scripts: { postinstall: `node -e "require('node:fs').writeFileSync('${ran}', '')"` },
        }),
      );
      writeFileSync(
        join(tree, 'package.json'),
        JSON.stringify({
          dependencies: { noisy: 'file:noisy' },
          allowScripts: { 'file:noisy': true },
        }),
      );
      const install = (...flags: readonly string[]) =>
        spawnSync('npm', ['install', '--install-links', '--offline', ...flags], { cwd: tree });
      copyFileSync('.npmrc', join(tree, '.npmrc'));
      expect(install().status).toBe(0);
      expect(existsSync(join(tree, 'node_modules/noisy'))).toBe(true);
      expect(existsSync(ran)).toBe(false);
      rmSync(join(tree, 'node_modules'), { recursive: true });
      expect(install('--ignore-scripts=false').status).toBe(0);
      expect(existsSync(ran)).toBe(true);
    } finally {
      rmSync(tree, { recursive: true });
    }
  });
});
