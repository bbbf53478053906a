import { type Gray, paperOf } from './gray.ts';

/** A page in so few dots that a hundred of them may be kept: how dark each is, 0–255. */
export interface Likeness {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Two pixels of the judged size a dot: words keep their shape, an A4 page takes 45 kB. */
const dot = 2;

export const likenessOf = (gray: Gray): Likeness => {
  const paper = paperOf(gray);
  const width = Math.floor(gray.width / dot);
  const height = Math.floor(gray.height / dot);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ink = paper - meanAround(gray, x * dot, y * dot);
      // Grain is no ink.
      data[y * width + x] = ink < 12 ? 0 : Math.round(ink);
    }
  return { data, width, height };
};

/** Twice a dot each way: half a dot's shift between two scans then changes little. */
const meanAround = ({ data, width, height }: Gray, left: number, top: number): number => {
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, top - 1); y < Math.min(height, top + 3); y++)
    for (let x = Math.max(0, left - 1); x < Math.min(width, left + 3); x++) {
      sum += data[y * width + x] ?? 0;
      count += 1;
    }
  return sum / count;
};

const tile = 24;
/** How far a sheet may lie from where it lay before: some 8 mm. */
const reach = 10;
/** How far a tile may lie from where the page as a whole has moved: a degree's skew, no line's height. */
const play = 3;
/** Dots of a tile that hold ink; fewer may be dust. */
const leastInk = 30;
/** The rim, some centimetre wide, shows the scanner's lid and shadow. */
const rim = 12;
/** Tiles of a second scan, crooked by a degree and with other grain, correlate by 0.7 and more. */
const leastMatch = 0.65;

/**
 * True when both are scans of the same side of the same sheet. The whole page decides whether to look
 * closer; then every tile with ink must agree, so that one form filled in twice is two pages. Two
 * sheets that differ in a single number and nothing else are taken for one: it is a warning, and the
 * clerk looks.
 */
export const isSamePage = (a: Likeness, b: Likeness): boolean =>
  Math.abs(a.width - b.width) <= reach &&
  Math.abs(a.height - b.height) <= reach &&
  isAlikeFromAfar(a, b) &&
  agrees(a, b) &&
  agrees(b, a);

/** Average hash of some hundred cells: ink above the page's mean or not. */
const isAlikeFromAfar = (a: Likeness, b: Likeness): boolean => {
  const left = coarse(a);
  const right = coarse(b);
  const same = left.filter((dark, cell) => dark === right[cell]).length;
  return same / left.length > 0.8;
};

const cells = 12;

const coarse = ({ data, width, height }: Likeness): readonly boolean[] => {
  const ink = new Float64Array(cells * cells);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * cells) / height) * cells + Math.floor((x * cells) / width);
      ink[cell] = (ink[cell] ?? 0) + (data[y * width + x] ?? 0);
    }
  const mean = ink.reduce((sum, value) => sum + value, 0) / ink.length;
  return Array.from(ink, (value) => value > mean);
};

/**
 * Whether each inked tile of one page is found on the other, where the page as a whole has moved. The
 * better the pages lie on each other, the less may a single tile differ: there it is not the scanner.
 */
const agrees = (page: Likeness, other: Likeness): boolean => {
  const matches: number[] = [];
  const moved = displacement(page, other);
  for (const [x, y] of inkedTiles(page)) {
    const { match } = bestMatch(page, other, { x, y, ...moved, span: play });
    if (match < leastMatch) return false;
    matches.push(match);
  }
  return Math.min(...matches) >= leastMatch + 10 * Math.max(0, middle(matches) - 0.975);
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** By how much the page moved on the glass: the middle of what some of its tiles say. */
const displacement = (page: Likeness, other: Likeness): { dx: number; dy: number } => {
  const tiles = [...inkedTiles(page)];
  const every = Math.max(1, Math.floor(tiles.length / 15));
  const moves = tiles
    .filter((_, n) => n % every === 0)
    .map(([x, y]) => bestMatch(page, other, { x, y, dx: 0, dy: 0, span: reach }));
  return { dx: middle(moves.map(({ dx }) => dx)), dy: middle(moves.map(({ dy }) => dy)) };
};

const inkedTiles = function* (page: Likeness): Generator<readonly [number, number]> {
  for (let y = rim; y + tile <= page.height - rim; y += tile)
    for (let x = rim; x + tile <= page.width - rim; x += tile)
      if (inkOf(page, x, y) >= leastInk) yield [x, y];
};

const inkOf = ({ data, width }: Likeness, x: number, y: number): number => {
  let dots = 0;
  for (let row = y; row < y + tile; row++)
    for (const value of data.subarray(row * width + x, row * width + x + tile))
      if (value > 30) dots += 1;
  return dots;
};

interface Search {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly span: number;
}

/** Along a ruled line every move fits; the one nearest to the given place is meant. */
const clearlyBetter = 0.005;

/** The move within a span around the given one at which a tile looks most like the other page. */
const bestMatch = (page: Likeness, other: Likeness, { x, y, span, ...from }: Search) => {
  let best = { match: correlation(page, other, { x, y, ...from }), ...from };
  for (let dy = from.dy - span; dy <= from.dy + span; dy++)
    for (let dx = from.dx - span; dx <= from.dx + span; dx++) {
      const match = correlation(page, other, { x, y, dx, dy });
      if (match > best.match + clearlyBetter) best = { match, dx, dy };
    }
  return best;
};

/** Pearson's, of a tile and its counterpart; what lies off the other page is paper. */
const correlation = (
  a: Likeness,
  b: Likeness,
  { x, y, dx, dy }: { x: number; y: number; dx: number; dy: number },
): number => {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let row = y; row < y + tile; row++)
    for (let column = x; column < x + tile; column++) {
      const p = a.data[row * a.width + column] ?? 0;
      const q = dotAt(b, column + dx, row + dy);
      sumA += p;
      sumB += q;
      sumAA += p * p;
      sumBB += q * q;
      sumAB += p * q;
    }
  const n = tile * tile;
  const spread = (sumAA - (sumA * sumA) / n) * (sumBB - (sumB * sumB) / n);
  return spread <= 0 ? -1 : (sumAB - (sumA * sumB) / n) / Math.sqrt(spread);
};

const dotAt = ({ data, width, height }: Likeness, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0);
