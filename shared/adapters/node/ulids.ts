import { monotonicFactory } from 'ulid';
import type { Ids } from '#ports/ids.ts';

/** ULIDs that rise within one process even when two fall into the same millisecond. */
export const makeUlids = (): Ids => {
  const next = monotonicFactory();
  return { next: (now) => next(now) };
};
