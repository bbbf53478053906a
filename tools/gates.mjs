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

/** @type {readonly Gate[]} */
export const fastGates = [
  {
    title: 'biome: format and lint',
    command: 'biome',
    args: ['ci', '.', '--max-diagnostics=40', '--diagnostic-level=warn'],
  },
  secretScan,
  { title: 'tsc: types', command: 'tsc', args: ['--noEmit', '-p', '.'] },
  { title: 'knip: nothing unused', command: 'knip', args: [] },
  // A second look without the tests: what only they use is dead.
  {
    title: 'knip: nothing used by tests alone',
    command: 'knip',
    args: ['--production', '--include', 'files,exports,types'],
  },
];
