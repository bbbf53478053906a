import { canonical, GENESIS, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { merkleRoot } from './merkle.ts';

/**
 * What stands for everything that was recorded on one Vietnam day. Whoever keeps a copy can show
 * later that nothing of that day, and of any day before, was changed.
 */
export interface Anchor {
  readonly day: VietnamDay;
  /** Events recorded on the day. */
  readonly count: number;
  /** Root of the Merkle tree over their hashes, sorted. */
  readonly root: string;
  /** Hash of the day before's anchor; `GENESIS` for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** The text that an anchor's hash is taken of. Published: the verifier computes the same. */
const anchorText = ({ day, count, root, previous }: Omit<Anchor, 'hash'>): string =>
  canonical({ day, count, root, previous });

/** @param hashes of the day's events, in any order. */
export const anchorOf = (
  day: VietnamDay,
  hashes: readonly string[],
  previous: Anchor | undefined,
  sha256: Sha256Hex,
): Anchor => {
  const unsigned = {
    day,
    count: hashes.length,
    root: merkleRoot([...hashes].sort(), sha256),
    previous: previous?.hash ?? GENESIS,
  };
  return { ...unsigned, hash: sha256(anchorText(unsigned)) };
};
