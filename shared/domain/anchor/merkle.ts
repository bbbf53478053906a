import type { Sha256Hex } from '#domain/dossier/chain.ts';

/** A neighbour on the way from a leaf to the root, and the side on which it stands. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** Leaves and nodes are hashed with different first bytes, so that no node passes for a leaf (RFC 9162 §2.1.1). */
const leafHash = (leaf: string, sha256: Sha256Hex): string => sha256(`\u0000${leaf}`);
const nodeHash = (left: string, right: string, sha256: Sha256Hex): string =>
  sha256(`\u0001${left}${right}`);

/** The level above: neighbours joined; one without a neighbour goes up as it is. */
const levelAbove = (level: readonly string[], sha256: Sha256Hex): readonly string[] =>
  level.flatMap((left, n) => {
    if (n % 2 === 1) return [];
    const right = level[n + 1];
    return [right === undefined ? left : nodeHash(left, right, sha256)];
  });

/** The root of the Merkle tree of RFC 9162 §2.1.1, over hex texts; of nothing, the hash of nothing. */
export const merkleRoot = (leaves: readonly string[], sha256: Sha256Hex): string => {
  let level = leaves.map((leaf) => leafHash(leaf, sha256));
  while (level.length > 1) level = [...levelAbove(level, sha256)];
  return level[0] ?? sha256('');
};

/** Proves that the leaf at `index` is in the tree: a hash for each level, however large the tree. */
export const inclusionPath = (
  leaves: readonly string[],
  index: number,
  sha256: Sha256Hex,
): readonly PathStep[] => {
  const path: PathStep[] = [];
  let at = index;
  let level: readonly string[] = leaves.map((leaf) => leafHash(leaf, sha256));
  while (level.length > 1) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    if (neighbour !== undefined)
      path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: neighbour });
    at = Math.floor(at / 2);
    level = levelAbove(level, sha256);
  }
  return path;
};
