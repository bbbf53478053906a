import { firstBrokenLink, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** An event as the index of its day has it. */
export interface Leaf {
  readonly version: number;
  readonly hash: string;
}

/**
 * The version of the first event of one dossier that is not what was recorded on a day: its contents,
 * hashed again, give another hash; the index of the day has another one, or one of no event; or an
 * event of the day stands in no index, so that no anchor would ever have covered it. Undefined where
 * all of it holds.
 *
 * @param written the whole history, in order; `undefined` for what cannot be read as an event.
 * @param leaves what the index of `day` has of this dossier.
 */
export const changedSince = (
  day: VietnamDay,
  written: readonly (WrittenEvent | undefined)[],
  leaves: readonly Leaf[],
  sha256: Sha256Hex,
): number | undefined => {
  const broken = firstBrokenLink(written, sha256);
  if (broken !== undefined) return broken;
  const events = written.filter((event) => event !== undefined);
  const indexed = new Map(leaves.map(({ version, hash }) => [version, hash]));
  const astray = leaves.find(({ version, hash }) => events[version - 1]?.hash !== hash);
  const bare = events.find(
    ({ recordedAt, version }) => dayOf(recordedAt) === day && !indexed.has(version),
  );
  return (astray ?? bare)?.version;
};

/**
 * How many days before the newest anchor a day is when it is read again: each of its first seven
 * nights, and then each time that its age has doubled, until its five years are over. A night's work so
 * stays the same however long the archive grows.
 */
export const readAgainAfter = [0, 1, 2, 3, 4, 5, 6, 13, 27, 55, 111, 223, 447, 895, 1_791] as const;
