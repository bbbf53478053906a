import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, startStack } from './stack-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stack under test answers. */
    readonly stackUrl: string;
    /** Its data, for what looks after them. */
    readonly stackDirectory: string;
  }
}

/** One real stack for all journeys: the synthesized template on the local runtime, fresh data. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const directory = mkdtempSync(join(tmpdir(), 'post-counter-'));
  const stack = await startStack(directory, await freePort());
  project.provide('stackUrl', stack.url);
  project.provide('stackDirectory', directory);
  return async () => {
    await stack.stop();
    rmSync(directory, { recursive: true, force: true });
  };
};
