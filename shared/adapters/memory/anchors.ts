import { isDeepStrictEqual } from 'node:util';
import type { Anchor } from '#domain/anchor/anchor.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors } from '#ports/anchors.ts';

interface Contents {
  readonly anchors: Map<VietnamDay, Anchor>;
  readonly leaves: Map<VietnamDay, readonly string[]>;
}

/** For tests: the same promises as the locked bucket's. */
export const makeMemoryAnchors = (
  { anchors, leaves }: Contents = { anchors: new Map(), leaves: new Map() },
): Anchors => {
  return {
    find: async (day) => anchors.get(day),
    latest: async () => [...anchors.values()].sort(byDay).at(-1),
    days: async () => ({
      anchors: [...anchors.keys()].sort(),
      leaves: [...leaves.keys()].sort(),
    }),
    leavesOf: async (day) => {
      const kept = leaves.get(day);
      if (!kept) throw new Error(`no leaves of ${day}`);
      return kept;
    },
    keepLeaves: async (day, hashes) => {
      const kept = leaves.get(day) ?? [...hashes];
      leaves.set(day, kept);
      return kept;
    },
    keep: async (anchor) => {
      const kept = anchors.get(anchor.day) ?? anchor;
      if (!isDeepStrictEqual(kept, anchor))
        throw new Error(`another anchor stands for ${anchor.day}`);
      anchors.set(anchor.day, anchor);
    },
  };
};

const byDay = (a: Anchor, b: Anchor): number => (a.day < b.day ? -1 : 1);
