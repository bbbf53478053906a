import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** What goes into bundles, templates and pages. */
const folders = ['functions', 'shared', 'events', 'data', 'infra', 'web'] as const;

/** An editor writes one change in several steps, a checkout writes many files. */
const settleMs = 150;

/** Calls `changed` after files of the product have changed, never twice at once. */
export const watchSources = (
  root: string,
  changed: () => Promise<void>,
): { close(): Promise<void> } => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed);
    }, settleMs);
  };
  const watchers: readonly FSWatcher[] = folders.map((folder) =>
    watch(join(root, folder), { recursive: true }, later),
  );
  return {
    close: async () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await running;
    },
  };
};
