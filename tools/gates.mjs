/**
 * What can be said about the code without running it, cheapest first. `npm run check` and `npm test`
 * pass through the same gates.
 * @typedef {{ readonly title: string, readonly command: string, readonly args: readonly string[] }} Gate
 */

/** @type {Gate} No key, token or password lies in any file; needs no network. */
export const secretScan = {
  title: 'secretlint: no secrets',
  command: 'secretlint',
  args: ['--maskSecrets', '**/*', '**/.*', '!.git'],
};

/** @type {Gate} What comes in from outside, and on which terms; writes the bill of materials. */
export const supplyChain = {
  title: 'supply chain: bill of materials, licences, install scripts',
  command: 'node',
  args: ['tools/supply-chain/main.ts'],
};

/** @type {Gate} A second look without the tests: what only they use is dead. */
export const knipOfProduct = {
  title: 'knip: nothing used by tests alone',
  command: 'knip',
  args: ['--production', '--include', 'files,exports,types'],
};

/** Where the compiler keeps what it knows of files that have not changed. */
export const knownTypes = '.build/types';

/**
 * By TypeScript 7, in half the time. What reads a program through the compiler's own interface (the
 * dependency rules, some tests, `npm run new`) takes `typescript`, which is 6: 7 has none yet.
 * @type {(title: string, of: string, project: string) => Gate}
 */
const types = (title, of, project) => ({
  title,
  command: 'node',
  args: [
    'node_modules/typescript-7/bin/tsc',
    ...['--noEmit', '-p', project],
    ...['--incremental', '--tsBuildInfoFile', `${knownTypes}/${of}.tsbuildinfo`],
  ],
});

/** @type {readonly Gate[]} */
export const fastGates = [
  {
    title: 'biome: format and lint',
    command: 'biome',
    args: ['ci', '.', '--max-diagnostics=40', '--diagnostic-level=warn'],
  },
  secretScan,
  supplyChain,
  types('tsc: types', 'all', '.'),
  types('tsc: types of the pages', 'pages', 'web'),
  { title: 'knip: nothing unused', command: 'knip', args: [] },
  knipOfProduct,
];
