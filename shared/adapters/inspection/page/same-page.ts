import { bestMove, type Dots, inkedTiles, type Move } from './dots.ts';
import { type Fingerprint, fingerprintOf, isAlikeFromAfar, reach } from './fingerprint.ts';
import { type Gray, paperOf } from './gray.ts';

/** What is kept of a page to know it again: some 400 kB. */
export interface Likeness {
  /** At the judged size, where letters can be told apart. */
  readonly near: Dots;
  /** At a quarter of it each way: enough to see whether and where to look. */
  readonly far: Dots;
  readonly fingerprint: Fingerprint;
}

const shrink = 4;

export const likenessOf = (gray: Gray): Likeness => {
  const paper = paperOf(gray);
  const dark = (value: number): number => (paper - value < 25 ? 0 : Math.round(paper - value));
  const near = { ...gray, data: Uint8Array.from(gray.data, dark) };
  const far = shrunk(near);
  return { near, far, fingerprint: fingerprintOf(far) };
};

const shrunk = (page: Dots): Dots => {
  const width = Math.floor(page.width / shrink);
  const height = Math.floor(page.height / shrink);
  const sums = new Float32Array(width * height);
  for (let y = 0; y < height * shrink; y++)
    for (let x = 0; x < width * shrink; x++) {
      const at = Math.floor(y / shrink) * width + Math.floor(x / shrink);
      sums[at] = (sums[at] ?? 0) + (page.data[y * page.width + x] ?? 0);
    }
  const data = Uint8Array.from(sums, (sum) => sum / (shrink * shrink));
  return { data, width, height };
};

/** How far a tile may lie from where the page has moved, in near dots: a degree of skew, no line. */
const play = 6;
/** Near dots; some eight letters of a line. */
const tileSide = 48;
/**
 * Measured on drawn pages at 200 dpi: tiles of a second scan, otherwise crooked by up to a degree and
 * with other grain, match by 0.73 and more; of a page that differs in one number, one by 0.63 or less.
 */
const leastMatch = 0.7;

/**
 * True when both are scans of the same side of the same sheet. From afar it is seen whether to look
 * closer, and by how much the page moved; then every tile with ink must match, so that one form filled
 * in twice is two pages.
 */
export const isSamePage = (a: Likeness, b: Likeness): boolean =>
  isAlikeFromAfar(a.fingerprint, b.fingerprint) && agrees(a, b) && agrees(b, a);

const agrees = (page: Likeness, other: Likeness): boolean => {
  const around = displacement(page.far, other.far);
  for (const tile of inkedTiles(page.near, tileSide))
    if (bestMove(page.near, other.near, { tile, around, span: play }).match < leastMatch)
      return false;
  return true;
};

/** So many parts are asked how far the page moved. */
const asked = 9;

/** By how many near dots the page moved on the glass: the middle of what its parts say. */
const displacement = (page: Dots, other: Dots): Move => {
  const centre = { dx: 0, dy: 0 };
  const tiles = [...inkedTiles(page, 24)];
  const every = Math.ceil(tiles.length / asked);
  const moves = tiles
    .filter((_, n) => n % every === 0)
    .map((tile) => bestMove(page, other, { tile, around: centre, span: reach }));
  return {
    dx: shrink * middle(moves.map(({ dx }) => dx)),
    dy: shrink * middle(moves.map(({ dy }) => dy)),
  };
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
