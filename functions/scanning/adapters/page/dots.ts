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

interface Search {
  readonly tile: Tile;
  readonly around: Move;
  /** Moves by so many dots each way are tried. */
  readonly span: number;
}

/** Along a ruled line every move fits; the one nearest to the given place is meant. */
const clearlyBetter = 0.005;

/** The move at which a tile looks most like the other page. */
export const bestMove = (page: Dots, other: Dots, search: Search): Move => {
  const correlate = makeCorrelation(page, other, search.tile);
  let best = { match: -2, ...search.around };
  for (const move of movesOf(search)) {
    const match = correlate(move);
    if (match > best.match + clearlyBetter) best = { match, ...move };
  }
  return best;
};

/** The same, tried at every other move first: a third of the time, for a wide span. */
export const roughMove = (page: Dots, other: Dots, search: Search): Move => {
  const correlate = makeCorrelation(page, other, search.tile);
  let best = { match: -2, ...search.around };
  for (const move of movesOf(search)) {
    const isEven = (move.dx - search.around.dx) % 2 === 0 && (move.dy - search.around.dy) % 2 === 0;
    const match = isEven ? correlate(move) : -2;
    if (match > best.match + clearlyBetter) best = { match, dx: move.dx, dy: move.dy };
  }
  return bestMove(page, other, { tile: search.tile, around: best, span: 1 });
};

/** How much a tile looks like the other page where it looks most like it. */
export const bestMatch = (page: Dots, other: Dots, search: Search): number =>
  Math.max(...movesOf(search).map(makeCorrelation(page, other, search.tile)));

/** Whether a tile looks as much like the other page at any of the moves; ends at the first. */
export const hasMatch = (page: Dots, other: Dots, search: Search, least: number): boolean => {
  const correlate = makeCorrelation(page, other, search.tile);
  for (const move of movesOf(search)) if (correlate(move) >= least) return true;
  return false;
};

/** From the given place outwards: what lies nearest is likeliest. */
const movesOf = ({ around, span }: Search): readonly Move[] =>
  spiral(span).map(({ dx, dy }) => ({ dx: around.dx + dx, dy: around.dy + dy }));

const spirals = new Map<number, readonly Move[]>();

const spiral = (span: number): readonly Move[] => {
  const known = spirals.get(span);
  if (known) return known;
  const side = Array.from({ length: 2 * span + 1 }, (_, n) => n - span);
  const moves = side
    .flatMap((dy) => side.map((dx) => ({ dx, dy })))
    .sort((a, b) => a.dx ** 2 + a.dy ** 2 - (b.dx ** 2 + b.dy ** 2));
  spirals.set(span, moves);
  return moves;
};

/** Pearson's, of a tile and its counterpart; what lies off the other page is paper. */
const makeCorrelation = (a: Dots, b: Dots, tile: Tile): ((move: Move) => number) => {
  const { side } = tile;
  const own = piece(a, tile);
  const n = side * side;
  let [sumA, sumAA] = [0, 0];
  for (const p of own) {
    sumA += p;
    sumAA += p * p;
  }
  const spreadA = sumAA - (sumA * sumA) / n;
  return ({ dx, dy }) => {
    const theirs = piece(b, { x: tile.x + dx, y: tile.y + dy, side });
    let [sumB, sumBB, sumAB] = [0, 0, 0];
    for (let at = 0; at < n; at++) {
      const q = theirs[at] ?? 0;
      sumB += q;
      sumBB += q * q;
      sumAB += q * (own[at] ?? 0);
    }
    const spread = spreadA * (sumBB - (sumB * sumB) / n);
    return spread <= 0 ? -1 : (sumAB - (sumA * sumB) / n) / Math.sqrt(spread);
  };
};

/** A square copied out of a page, row by row. */
const piece = ({ data, width, height }: Dots, { x, y, side }: Tile): Uint8Array => {
  const dots = new Uint8Array(side * side);
  const left = Math.max(0, x);
  const right = Math.min(width, x + side);
  if (left >= right) return dots;
  for (let row = Math.max(0, y); row < Math.min(height, y + side); row++)
    dots.set(data.subarray(row * width + left, row * width + right), (row - y) * side + left - x);
  return dots;
};

/** The rim of the page, a thirtieth, shows the scanner's lid and shadow. */
const rimShare = 30;
/** Dots of a tile that must hold ink, as a share; fewer may be dust. */
const leastInk = 0.04;
/** A pencil is paler than print, and what it says is compared as well. */
const ink = 40;

export const inkedTiles = function* (page: Dots, side: number): Generator<Tile> {
  const rim = Math.round(page.height / rimShare);
  for (let y = rim; y + side <= page.height - rim; y += side)
    for (let x = rim; x + side <= page.width - rim; x += side)
      if (inkOf(page, { x, y, side }) >= leastInk * side * side) yield { x, y, side };
};

/** Pieces of a tile, each half over the next, of which so large a share is ink. */
export const inkedPieces = function* (
  page: Dots,
  { x: left, y: top, side: whole }: Tile,
  side: number,
  share: number,
): Generator<Tile> {
  for (let y = top; y < top + whole; y += side / 2)
    for (let x = left; x < left + whole; x += side / 2)
      if (inkOf(page, { x, y, side }) >= share * side * side) yield { x, y, side };
};

const inkOf = ({ data, width }: Dots, { x, y, side }: Tile): number => {
  let dots = 0;
  for (let row = y; row < y + side; row++)
    for (const value of data.subarray(row * width + x, row * width + x + side))
      if (value > ink) dots += 1;
  return dots;
};
