import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from '#infra/web-sources.ts';
import type { AssemblyDirectory } from './foundation.ts';
import type { Runtime } from './start-runtime.ts';
import { synthesizeAnew } from './synthesize-anew.ts';
import { watchSources } from './watch-sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Brings what is saved into the running stack: code is swapped function by function, and another
 * template starts the stack again over the same data. What does not build is told, and the code
 * that ran goes on.
 */
export const watchAndReload = (o: {
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly runtime: () => Runtime;
  readonly startAgain: (assembly: AssemblyDirectory) => Promise<void>;
}): { close(): Promise<void> } => {
  const home = resolve(o.directory, 'assembly');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });

  const reload = async (): Promise<void> => {
    const began = performance.now();
    await buildSite();
    const assembly = await synthesizeAnew(mkdtempSync(join(home, 'a-')), o.runtime().url);
    const update = await o.runtime().update(assembly);
    if (update.kind === 'start-again') {
      o.print('the template has changed: starting again');
      await o.startAgain(assembly);
    }
    const what = update.kind === 'swapped' ? update.functions.join(', ') : o.runtime().url;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    o.print(`reloaded after ${seconds} s   ${what === '' ? 'nothing changed' : what}`);
  };

  const watching = watchSources(root, () =>
    reload().catch((error: Error) => o.print(`not reloaded: ${error.message}`)),
  );
  o.print('watching the sources; saved changes are taken over');
  return watching;
};
