// For the minute before a commit: every fast gate, and the tests that what changed since the branch
// left main can reach. `npm test` proves the rest.
import { spawnSync } from 'node:child_process';
import { run, say } from './gate-run.mjs';
import { fastGates } from './gates.mjs';

const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

/** Where this branch left main; on main itself, the last commit. */
const base = () => {
  const [head, fork] = [git('rev-parse', 'HEAD'), git('merge-base', 'HEAD', 'main')];
  return fork ?? head ?? 'HEAD';
};

/**
 * These walk through all states of the system for minutes, whatever has changed; `npm test` waits for
 * them.
 */
const long = ['test/component/use-cases/**', 'test/unit/domain/transitions/**'];

const steps = [
  ...fastGates,
  {
    title: 'vitest: the rules of the house',
    command: 'vitest',
    args: ['run', '--project=beside', '--reporter=dot', 'test/architecture'],
  },
  {
    title: `vitest: what changed since ${base().slice(0, 10)}`,
    command: 'vitest',
    args: [
      ...[
        'run',
        '--project=unit',
        '--project=beside',
        '--project=measured',
        '--reporter=dot',
        '--passWithNoTests',
      ],
      ...[`--changed=${base()}`, ...long.map((path) => `--exclude=${path}`)],
    ],
  },
];

const started = performance.now();
const failed = steps.filter((step) => !run(step)).map(({ title }) => title);
say(`\n${failed.length === 0 ? 'all green' : `failed: ${failed.join('; ')}`}, \
${Math.round((performance.now() - started) / 1000)} s`);
process.exitCode = failed.length > 0 ? 1 : 0;
