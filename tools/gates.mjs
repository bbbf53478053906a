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

/** @type {readonly Gate[]} */
export const fastGates = [
  {
    title: 'biome: format and lint',
    command: 'biome',
    args: ['ci', '.', '--max-diagnostics=40', '--diagnostic-level=warn'],
  },
  secretScan,
  supplyChain,
  { title: 'tsc: types', command: 'tsc', args: ['--noEmit', '-p', '.'] },
  { title: 'tsc: types of the pages', command: 'tsc', args: ['--noEmit', '-p', 'web'] },
  { title: 'knip: nothing unused', command: 'knip', args: [] },
  knipOfProduct,
];
