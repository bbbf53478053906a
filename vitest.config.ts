import { defineConfig } from 'vitest/config';

/** Node runs TypeScript by itself. Read by a runner, the walk through all states takes half as long again. */
const native = { experimental: { viteModuleRunner: false, nodeLoader: false } } as const;

/** Tests that start JVMs and child processes share two cores: one file at a time. */
const alone = {
  ...native,
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

/** V8 loses counts of branches in a process that has run for minutes: measured, each file has its own. */
const isMeasured = process.argv.includes('--coverage');

/** These look at the memory of their process, and would find that of others in it. */
const measured = ['test/unit/scanning/inspection/watched.test.ts'];

/** These prove no branch of the law, and being measured for it would slow them by half. */
const besideTheLaw = [
  'test/architecture',
  'test/unit/adapters/pdf',
  'test/unit/local',
  'test/unit/scanning/inspection',
  'test/unit/tools',
  'test/unit/web',
].map((folder) => `${folder}/**/*.test.ts`);

/** Without a page or a process of its own. */
const small = {
  ...native,
  // What all of them import is loaded once, and not once a file: a third of the time.
  isolate: false,
  // Some walk through all states there are; a machine that has other work takes three times as long.
  testTimeout: 90_000,
  hookTimeout: 90_000,
} as const;

/** Every story of `npm run tour`, half of them on a stack and a clock of its own. */
const tour = 'test/journey/tour.test.ts';

export default defineConfig({
  test: {
    /** The law: what no test has tried, nobody knows. Measured where all tests run, by `npm test`. */
    coverage: {
      provider: 'v8',
      reportOnFailure: true,
      include: ['shared/domain/**/*.ts', 'functions/*/domain/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: {
        'shared/domain/**/*.ts': { branches: 100 },
        'functions/*/domain/**/*.ts': { branches: 100 },
      },
    },
    projects: [
      {
        test: {
          name: 'unit',
          ...small,
          isolate: isMeasured,
          include: ['test/{unit,component,contract}/**/*.test.ts'],
          exclude: [...besideTheLaw, ...measured],
        },
      },
      { test: { name: 'beside', ...small, include: besideTheLaw, exclude: measured } },
      { test: { name: 'measured', ...native, include: measured } },
      {
        test: {
          name: 'stack',
          include: ['test/stack/**/*.test.ts'],
          ...alone,
        },
      },
      {
        test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], ...alone },
      },
      {
        test: {
          name: 'journey',
          include: ['test/{journey,browser}/**/*.test.ts'],
          exclude: [tour],
          globalSetup: ['test/support/running-stack.ts'],
          // A page on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          ...alone,
        },
      },
      {
        test: {
          name: 'tour',
          include: [tour],
          globalSetup: ['test/support/running-stack.ts'],
          ...alone,
        },
      },
      { test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...alone } },
    ],
  },
});
