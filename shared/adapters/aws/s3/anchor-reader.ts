import type { Anchors } from '#ports/anchors.ts';
import { anchorIn, anchorKey, hashesIn, leavesKey } from './anchor-objects.ts';
import { type BucketAddress, makeObjects, unforeseen } from './objects.ts';

/** The anchors for whoever only reads them, without the SDK's client (ADR 018). */
export const makeAnchorReader = (address: BucketAddress): Pick<Anchors, 'find' | 'leavesOf'> => {
  const { send } = makeObjects(address);
  const textOf = async (key: string): Promise<string | undefined> => {
    const response = await send(key, {});
    // Who may list is told that there is none; who may not would be told "access denied".
    if (response.status === 404) return undefined;
    if (!response.ok) throw await unforeseen(key, response);
    return response.text();
  };
  return {
    find: async (day) => {
      const text = await textOf(anchorKey(day));
      return text === undefined ? undefined : anchorIn(text);
    },
    leavesOf: async (day) => {
      const text = await textOf(leavesKey(day));
      if (text === undefined) throw new Error(`no leaves of ${day}`);
      return hashesIn(text);
    },
  };
};
