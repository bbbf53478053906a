import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startRuntime } from '#local/start-runtime.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stack under test answers. */
    readonly stackUrl: string;
  }
}

/** One real stack for all journeys: the synthesized template on the local runtime, fresh data. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const directory = mkdtempSync(join(tmpdir(), 'post-counter-'));
  const runtime = await startRuntime({ directory, port: 0, quiet: true, jvm: 'fast-start' });
  project.provide('stackUrl', runtime.url);
  return async () => {
    await runtime.stop();
    rmSync(directory, { recursive: true, force: true });
  };
};
