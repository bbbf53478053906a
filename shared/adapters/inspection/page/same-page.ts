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

const tile = 40;
/** How far a sheet may lie from where it lay before: some 8 mm. */
const reach = 10;
/** Dots of a tile that hold ink; fewer may be dust. */
const leastInk = 32;
/** The rim, some centimetre wide, shows the scanner's lid and shadow. */
const rim = 12;
/** Tiles of a second scan, crooked by a degree and with other grain, correlate by 0.73 and more. */
const leastMatch = 0.7;

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
 * Whether each inked tile of one page is found on the other, near the same place. The better the pages
 * as a whole lie on each other, the less may a single tile differ: there it is not the scanner.
 */
const agrees = (page: Likeness, other: Likeness): boolean => {
  const matches: number[] = [];
  for (const [x, y] of inkedTiles(page)) {
    const match = bestMatch(page, other, x, y);
    if (match < leastMatch) return false;
    matches.push(match);
  }
  matches.sort((a, b) => a - b);
  const usual = matches[Math.floor(matches.length / 2)] ?? 0;
  return (matches[0] ?? 0) >= leastMatch + 5 * Math.max(0, usual - 0.95);
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

/** Every second place within reach, then those around the best. */
const bestMatch = (page: Likeness, other: Likeness, x: number, y: number): number => {
  let best = { match: -1, dx: 0, dy: 0 };
  const search = (centre: { dx: number; dy: number }, span: number, step: number): void => {
    for (let dy = centre.dy - span; dy <= centre.dy + span; dy += step)
      for (let dx = centre.dx - span; dx <= centre.dx + span; dx += step) {
        const match = correlation(page, other, { x, y, dx, dy });
        if (match > best.match) best = { match, dx, dy };
      }
  };
  search(best, reach, 2);
  search(best, 1, 1);
  return best.match;
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
