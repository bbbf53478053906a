import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionHost, FunctionSpec, Invocation } from '#local/lambda/function-host.ts';

/** A bundle with this source as its handler. */
export const aBundle = (source: string): string => {
  const directory = mkdtempSync(join(tmpdir(), 'post-counter-function-'));
  writeFileSync(join(directory, 'main.mjs'), source);
  return directory;
};

export const aFunction = (source: string, change: Partial<FunctionSpec> = {}): FunctionSpec => ({
  id: 'f',
  name: 'f',
  directory: aBundle(source),
  handler: 'main.handler',
  timeoutSeconds: 5,
  memoryMb: 256,
  environment: {},
  ...change,
});

/** A host that answers from this process, for tests of what calls it. */
export const aHost = (answer: (event: never) => unknown) => {
  const events: unknown[] = [];
  const host: FunctionHost = {
    invoke: async (_, event): Promise<Invocation> => {
      events.push(structuredClone(event));
      try {
        return { ok: true, payload: await answer(event as never) };
      } catch (error) {
        const errorMessage = error instanceof Error ? error.message : String(error);
        return { ok: false, why: 'unhandled', error: { errorType: 'Error', errorMessage } };
      }
    },
    replace: async () => undefined,
    close: async () => undefined,
  };
  return { host, events };
};
