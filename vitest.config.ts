import { defineConfig } from 'vitest/config';

/** Tests that start JVMs and child processes share two cores: one file at a time. */
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,component,contract,architecture}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
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
          globalSetup: ['test/support/running-stack.ts'],
          ...alone,
        },
      },
      { test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...alone } },
    ],
  },
});
