/** A page as dots: how dark each is, 0–255; paper and grain are 0. */
export interface Dots {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A square piece of a page, by its upper left corner. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface Move {
  readonly dx: number;
  readonly dy: number;
}

/** Along a ruled line every move fits; the one nearest to the given place is meant. */
const clearlyBetter = 0.005;

/** The move within a span around the given one at which a tile looks most like the other page. */
export const bestMove = (
  page: Dots,
  other: Dots,
  { tile, around, span }: { readonly tile: Tile; readonly around: Move; readonly span: number },
): Move & { readonly match: number } => {
  let best = { match: correlation(page, other, { ...tile, ...around }), ...around };
  for (let dy = around.dy - span; dy <= around.dy + span; dy++)
    for (let dx = around.dx - span; dx <= around.dx + span; dx++) {
      const match = correlation(page, other, { ...tile, dx, dy });
      if (match > best.match + clearlyBetter) best = { match, dx, dy };
    }
  return best;
};

/** Pearson's, of a tile and its counterpart; what lies off the other page is paper. */
const correlation = (a: Dots, b: Dots, { x, y, side, dx, dy }: Tile & Move): number => {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let row = y; row < y + side; row++)
    for (let column = x; column < x + side; column++) {
      const p = a.data[row * a.width + column] ?? 0;
      const q = dotAt(b, column + dx, row + dy);
      sumA += p;
      sumB += q;
      sumAA += p * p;
      sumBB += q * q;
      sumAB += p * q;
    }
  const n = side * side;
  const spread = (sumAA - (sumA * sumA) / n) * (sumBB - (sumB * sumB) / n);
  return spread <= 0 ? -1 : (sumAB - (sumA * sumB) / n) / Math.sqrt(spread);
};

const dotAt = ({ data, width, height }: Dots, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0);

/** The rim of the page, a thirtieth, shows the scanner's lid and shadow. */
const rimShare = 30;
/** Dots of a tile that must hold ink, as a share; fewer may be dust. */
const leastInk = 0.04;
const ink = 60;

export const inkedTiles = function* (page: Dots, side: number): Generator<Tile> {
  const rim = Math.round(page.height / rimShare);
  for (let y = rim; y + side <= page.height - rim; y += side)
    for (let x = rim; x + side <= page.width - rim; x += side)
      if (inkOf(page, { x, y, side }) >= leastInk * side * side) yield { x, y, side };
};

const inkOf = ({ data, width }: Dots, { x, y, side }: Tile): number => {
  let dots = 0;
  for (let row = y; row < y + side; row++)
    for (const value of data.subarray(row * width + x, row * width + x + side))
      if (value > ink) dots += 1;
  return dots;
};
