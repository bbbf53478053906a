import { isDeepStrictEqual } from 'node:util';
import type { Anchor } from '#domain/anchor/anchor.ts';
import type { Anchors } from '#ports/anchors.ts';

/** For tests: the same promises as the locked bucket's. */
export const makeMemoryAnchors = (): Anchors => {
  const anchors = new Map<string, Anchor>();
  const leaves = new Map<string, readonly string[]>();
  return {
    find: async (day) => anchors.get(day),
    latest: async () => anchors.get([...anchors.keys()].sort().at(-1) ?? ''),
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
