import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { inclusionPath, merkleRoot } from '#domain/anchor/merkle.ts';
import { rootFrom } from '../../../../tools/verify-history.mjs';

const leavesOf = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, n) => sha256(`event ${n}`)).sort();
const sizes = Array.from({ length: 70 }, (_, n) => n + 1);

/** MTH of RFC 9162 §2.1.1, word by word: split at the largest power of two below the size. */
const rootByTheBook = (leaves: readonly string[]): string => {
  const [only] = leaves;
  if (only === undefined) return sha256('');
  if (leaves.length === 1) return sha256(`\u0000${only}`);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return sha256(`\u0001${rootByTheBook(left)}${rootByTheBook(right)}`);
};

describe('a day’s Merkle tree', () => {
  it.each([0, ...sizes])('has the root of RFC 9162 with %i leaves', (size) => {
    const leaves = leavesOf(size);
    expect(merkleRoot(leaves, sha256)).toBe(rootByTheBook(leaves));
  });

  it.each(sizes)('of %i leaves proves each of them in at most seven steps', (size) => {
    const leaves = leavesOf(size);
    const root = merkleRoot(leaves, sha256);
    for (const [index, leaf] of leaves.entries()) {
      const path = inclusionPath(leaves, index, sha256);
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(rootFrom(leaf, path)).toBe(root);
    }
  });

  const tree = fc.integer({ min: 1, max: 70 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      at: fc.nat({ max: size - 1 }),
      changed: fc.nat({ max: size - 1 }),
      into: fc.string().map(sha256),
    }),
  );

  it('has another root when any leaf is changed, dropped or doubled', () => {
    fc.assert(
      fc.property(tree, ({ size, changed, into }) => {
        const leaves = leavesOf(size);
        const root = merkleRoot(leaves, sha256);
        expect(merkleRoot(leaves.with(changed, into), sha256)).not.toBe(root);
        expect(merkleRoot(leaves.toSpliced(changed, 1), sha256)).not.toBe(root);
        expect(merkleRoot([...leaves, leaves[changed] ?? ''], sha256)).not.toBe(root);
      }),
    );
  });

  it('proves no leaf that is not in it, and none by a path that was touched', () => {
    fc.assert(
      fc.property(tree, ({ size, at, into }) => {
        const leaves = leavesOf(size);
        const root = merkleRoot(leaves, sha256);
        const path = inclusionPath(leaves, at, sha256);
        expect(rootFrom(into, path)).not.toBe(root);
        for (const [n, step] of path.entries()) {
          const otherSide = step.side === 'left' ? 'right' : 'left';
          const leaf = leaves[at] ?? '';
          expect(rootFrom(leaf, path.with(n, { ...step, hash: into }))).not.toBe(root);
          expect(rootFrom(leaf, path.with(n, { ...step, side: otherSide }))).not.toBe(root);
        }
      }),
    );
  });

  it('does not take a node for a leaf', () => {
    const [left, right] = leavesOf(2);
    const root = merkleRoot([left ?? '', right ?? ''], sha256);
    const children = [left, right].map((leaf) => sha256(`\u0000${leaf}`)).join('');
    expect(merkleRoot([children], sha256)).not.toBe(root);
  });
});
