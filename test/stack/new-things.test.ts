import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fastGates, knownTypes } from '../../tools/gates.mjs';

let tree: string;

/** Not the project's: what is installed, what is built, what a running stack keeps. */
const notCopied = new Set(
  readFileSync('.gitignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\/$/, '')),
).add('.git');

/**
 * What the compiler knows of the files that were copied, if it has looked at them: only what is made new
 * is new to it. It names what is installed by the way from here, which is another from the copy.
 */
const bringKnownTypes = (): void => {
  if (!existsSync(knownTypes)) return;
  const toInstalled = (from: string): string => `${relative(from, resolve('node_modules'))}/`;
  const there = join(tree, knownTypes);
  mkdirSync(there, { recursive: true });
  for (const name of readdirSync(knownTypes)) {
    const known = readFileSync(join(knownTypes, name), 'utf8');
    writeFileSync(
      join(there, name),
      known.replaceAll(`"${toInstalled(resolve(knownTypes))}`, `"${toInstalled(there)}`),
    );
  }
};

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'post-counter-new-'));
  cpSync('.', tree, {
    recursive: true,
    filter: (from) => !notCopied.has(relative('.', from)),
  });
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  bringKnownTypes();
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Runs a program in the copy: its exit code, and what it said where it failed. */
const run = (command: string, args: readonly string[]) => {
  const bin = resolve('node_modules/.bin');
  const { status, stdout, stderr } = spawnSync(join(bin, command), args, {
    cwd: tree,
    encoding: 'utf8',
    // Nothing of the test run around it.
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1', MOST_STATES: '150' },
  });
  return { status, said: status === 0 ? '' : `${stdout}${stderr}`.slice(-4_000) };
};
const green = { status: 0, said: '' };

const makeNew = (...asked: readonly string[]) => run('node', ['tools/new/main.ts', ...asked]);

/** Every file of the copy that a new thing may touch, and when it was written. */
const written = (): readonly string[] =>
  ['functions', 'events', 'infra', 'test', 'docs'].flatMap((root) =>
    readdirSync(join(tree, root), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${root}/${path} ${statSync(join(tree, root, path)).mtimeMs}`,
    ),
  );

const everything = [
  ['service', 'lost-papers'],
  ['function', 'lost-papers/read-losses'],
  ['event', 'papers-lost', 'lost-papers', 'lost-paper'],
  ['form', 'loan-note'],
] as const;

/** The rules that walk through all code and all registers, and the tests that came with what is new. */
const tests = [
  'test/architecture',
  'test/component/use-cases/coverage.test.ts',
  'test/contract/events.test.ts',
  'test/contract/flow.test.ts',
  'test/unit/lost-papers',
  'test/component/lost-papers',
  'test/unit/forms/loan-note-form.test.ts',
];

const small = ['--project=unit', '--project=beside'];

describe('what is made new', () => {
  beforeAll(() => {
    for (const asked of everything) expect(makeNew(...asked)).toEqual(green);
  }, 120_000);

  it.each(fastGates)('passes $title', { timeout: 180_000 }, ({ command, args }) =>
    expect(run(command, args)).toEqual(green),
  );

  it('keeps the rules of the house, and its own tests are green', { timeout: 180_000 }, () =>
    expect(run('vitest', ['run', ...small, '--reporter=dot', ...tests])).toEqual(green),
  );

  it('keeps every law in the states that are near', { timeout: 240_000 }, () => {
    const states = ['test/component/use-cases/every-state.test.ts', '-t', 'keeps the laws'];
    expect(run('vitest', ['run', '--project=unit', '--reporter=dot', ...states])).toEqual(green);
  });

  it('is built, deployed to the local stack and asked over HTTP', { timeout: 240_000 }, () => {
    const journey = 'test/journey/lost-papers.test.ts';
    expect(run('vitest', ['run', '--project=journey', '--reporter=dot', journey])).toEqual(green);
  });
});

describe('what cannot be made', () => {
  it.each([
    [['service', 'Lost Papers'], 'a name is lower-case words'],
    [['service', 'lost_papers'], 'a name is lower-case words'],
    [['service'], 'a name is lower-case words'],
    [['service', 'money'], 'there already is money'],
    // Intake has its path, and the register its name.
    [['service', 'dossiers'], 'has the path /v1/dossiers'],
    [['service', 'contracts'], 'the name contracts is taken'],
    [['function', 'nowhere/read-it'], 'there is no service nowhere'],
    [['event', 'ticket-taken', 'queueing', 'ticket'], 'there already is events/ticket-taken'],
    [['screen', 'worklist'], 'npm run new -- service NAME'],
  ])('%j is told why, and writes nothing', (asked, why) => {
    const before = written();
    const { status, said } = makeNew(...asked);
    expect([status, said]).toEqual([1, expect.stringContaining(why)]);
    expect(written()).toEqual(before);
  });
});
