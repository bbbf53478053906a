import { bestMove, type Dots, hasMatch, inkedTiles, type Move } from './dots.ts';
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
  const data = new Uint8Array(gray.data.length);
  for (let n = 0; n < data.length; n++) {
    const dark = paper - (gray.data[n] ?? paper);
    data[n] = dark < 25 ? 0 : Math.round(dark);
  }
  const near = { ...gray, data };
  const far = shrunk(near);
  return { near, far, fingerprint: fingerprintOf(far) };
};

const shrunk = (page: Dots): Dots => {
  const width = Math.floor(page.width / shrink);
  const height = Math.floor(page.height / shrink);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = meanOf(page, x * shrink, y * shrink);
  return { data, width, height };
};

const meanOf = ({ data, width }: Dots, left: number, top: number): number => {
  let sum = 0;
  for (let y = top; y < top + shrink; y++)
    for (let x = left; x < left + shrink; x++) sum += data[y * width + x] ?? 0;
  return sum / (shrink * shrink);
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
    if (!hasMatch(page.near, other.near, { tile, around, span: play }, leastMatch)) return false;
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
