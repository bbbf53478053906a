import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ObjectCreated } from '#local/cloud/object-store/object-created.ts';
import { writeWhole } from './durable-files.ts';

export interface PendingNotifications {
  /** Before the object is committed, so that no object can exist that nobody hears of. */
  remember(event: ObjectCreated): Promise<void>;
  forget(event: ObjectCreated): Promise<void>;
  /** Tells until the listener has accepted; returns at once. */
  deliver(event: ObjectCreated): void;
  /** Resolves when no delivery is running; undelivered events stay on the disk. */
  close(): Promise<void>;
}

type Listener = (event: ObjectCreated) => Promise<void>;

const shortestPause = 50;
const longestPause = 5_000;

/** Tells of every object at least once, also over the death of the process. */
export const openPendingNotifications = async (
  folder: string,
  listener: Listener | undefined,
): Promise<PendingNotifications & { readonly left: readonly ObjectCreated[] }> => {
  await mkdir(folder, { recursive: true });
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const pathOf = (event: ObjectCreated): string => join(folder, `${event.sequencer}.json`);
  const forget = (event: ObjectCreated): Promise<void> => rm(pathOf(event), { force: true });

  const tell = async (event: ObjectCreated): Promise<void> => {
    for (let wait = shortestPause; listener && !stop.signal.aborted; wait *= 2) {
      try {
        await listener(event);
        return await forget(event);
      } catch {
        // The listener's queue is away; the event stays on the disk and is told again.
        const { signal } = stop;
        await pause(Math.min(wait, longestPause), undefined, { signal }).catch(() => undefined);
      }
    }
  };

  return {
    left: await readPending(folder),
    remember: async (event) => {
      if (listener) await writeWhole(pathOf(event), `${pathOf(event)}.new`, JSON.stringify(event));
    },
    forget,
    deliver: (event) => {
      const delivery = tell(event).finally(() => running.delete(delivery));
      running.add(delivery);
    },
    close: async () => {
      stop.abort();
      await Promise.all(running);
    },
  };
};

const readPending = async (folder: string): Promise<readonly ObjectCreated[]> => {
  const names = (await readdir(folder)).sort();
  const complete = names.filter((name) => name.endsWith('.json'));
  await Promise.all(
    names.filter((name) => !name.endsWith('.json')).map((name) => rm(join(folder, name))),
  );
  return Promise.all(
    complete.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as ObjectCreated,
    ),
  );
};
