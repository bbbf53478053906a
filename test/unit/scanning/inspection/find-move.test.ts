import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dots, Tile } from '#functions/scanning/adapters/page/dots.ts';
import { bestMatch, bestMove, matchBeside } from '#functions/scanning/adapters/page/find-move.ts';
import { mulberry32 } from '#local/play/paper/grain.ts';

const side = 12;

/** Ink in places, most of it paper. */
const aPage = (seed: number, { width, height }: { width: number; height: number }): Dots => {
  const die = mulberry32(seed);
  const data = Uint8Array.from({ length: width * height }, () =>
    die() < 0.3 ? Math.floor(die() * 256) : 0,
  );
  return { data, width, height };
};

const dotAt = ({ data, width, height }: Dots, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0);

const dotsOf = (page: Dots, { x, y, side: length }: Tile): readonly number[] =>
  Array.from({ length: length * length }, (_, n) =>
    dotAt(page, x + (n % length), y + Math.floor(n / length)),
  );

/** By the book. */
const pearson = (a: readonly number[], b: readonly number[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const together = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, v, n) => sum + (v - meanA) * ((other[n] ?? 0) - meanB), 0);
  const spreadOf = (values: readonly number[], of: number) =>
    values.reduce((sum, v) => sum + (v - of) ** 2, 0);
  const spread = spreadOf(a, meanA) * spreadOf(b, meanB);
  return spread === 0 ? -1 : together(a, b) / Math.sqrt(spread);
};

const size = fc.record({
  width: fc.integer({ min: 14, max: 40 }),
  height: fc.integer({ min: 14, max: 40 }),
});
const move = fc.record({
  dx: fc.integer({ min: -20, max: 20 }),
  dy: fc.integer({ min: -20, max: 20 }),
});

describe('how much a tile looks like another page', () => {
  it('is Pearson’s correlation where it fits best, on the page and off it', () => {
    fc.assert(
      fc.property(size, size, move, fc.nat(3), fc.nat(1e6), (own, theirs, around, span, seed) => {
        const [page, other] = [aPage(seed, own), aPage(seed + 1, theirs)];
        const tile = { x: 1, y: 2, side };
        const all = Array.from({ length: (2 * span + 1) ** 2 }, (_, n) => {
          const x = tile.x + around.dx - span + (n % (2 * span + 1));
          const y = tile.y + around.dy - span + Math.floor(n / (2 * span + 1));
          return pearson(dotsOf(page, tile), dotsOf(other, { x, y, side }));
        });
        expect(bestMatch(page, other, { tile, around, span })).toBeCloseTo(Math.max(...all), 9);
      }),
    );
  });

  it('is told of pages as dark as can be, however many were looked at before', () => {
    const length = 120;
    const black = Uint8Array.from({ length: length * length }, (_, n) => (n % 7 === 0 ? 0 : 255));
    const page = { data: black, width: length, height: length };
    for (let n = 0; n < 60; n++) {
      const tile = { x: 4, y: 4, side: n % 2 === 0 ? 96 : 80 };
      const search = { tile, around: { dx: 0, dy: 0 }, span: 2 };
      expect(bestMatch(page, page, search)).toBeCloseTo(1, 9);
    }
  });
});

describe('where a tile lies on another page', () => {
  const page = aPage(7, { width: 80, height: 80 });
  const movedBy = (dx: number, dy: number): Dots => ({
    ...page,
    data: page.data.map((_, at) => dotAt(page, (at % 80) - dx, Math.floor(at / 80) - dy)),
  });
  const tile = { x: 30, y: 30, side };

  it.each([
    [0, 0],
    [5, -4],
    [-6, 6],
  ])('is found: moved by %i, %i', (dx, dy) => {
    const search = { tile, around: { dx: 0, dy: 0 }, span: 6 };
    expect(bestMove(page, movedBy(dx, dy), search)).toMatchObject({ dx, dy });
  });

  it('is found beside a guess, however far that lies from where it was looked for', () => {
    const search = { tile, around: { dx: 0, dy: 0 }, span: 2 };
    expect(matchBeside(page, movedBy(15, -11), search, { dx: 14, dy: -12 })).toMatchObject({
      dx: 15,
      dy: -11,
    });
  });

  it('is found where it was looked for, however far from there the guess lies', () => {
    const search = { tile, around: { dx: 0, dy: 0 }, span: 4 };
    expect(matchBeside(page, movedBy(2, -4), search, { dx: 18, dy: 20 })).toMatchObject({
      dx: 2,
      dy: -4,
    });
  });
});
