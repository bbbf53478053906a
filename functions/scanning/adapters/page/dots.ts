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

interface Found extends Move {
  /** 1 where a tile and its counterpart are the same, around 0 where they have nothing in common. */
  readonly match: number;
}

type Correlate = (dx: number, dy: number) => number;

/** The move at which a tile looks most like the other page. */
export const bestMove = (page: Dots, other: Dots, search: Search): Move =>
  bestOf(makeCorrelation(page, other, search.tile), search, spiral(search.span), clearlyBetter);

/** The same, tried at every other move first: a third of the time, for a wide span. */
export const roughMove = (page: Dots, other: Dots, search: Search): Move =>
  foundRoughly(makeCorrelation(page, other, search.tile), search, clearlyBetter);

/** How much a tile looks like the other page where it looks most like it. */
export const bestMatch = (page: Dots, other: Dots, search: Search): number =>
  bestOf(makeCorrelation(page, other, search.tile), search, spiral(search.span), 0).match;

/** So often a better place beside the last one is gone on from. */
const mostStrides = 4;
const plain = 0.7;

/**
 * The same, of a tile that probably moved as its neighbours did: from there on upwards, a tenth of the time
 * where it plainly looks like what lies there.
 */
export const matchBeside = (page: Dots, other: Dots, search: Search, guess: Move): Found => {
  const correlate = makeCorrelation(page, other, search.tile);
  let around = guess;
  for (let stride = 0; stride < mostStrides; stride++) {
    const best = bestOf(correlate, { around }, spiral(1), 0);
    if (best.dx === around.dx && best.dy === around.dy && best.match >= plain) return best;
    around = best;
  }
  return foundRoughly(correlate, search, 0);
};

const foundRoughly = (correlate: Correlate, search: Search, better: number): Found => {
  const around = bestOf(correlate, search, spiral(search.span, 2), better);
  return bestOf(correlate, { around }, spiral(1), better);
};

const bestOf = (
  correlate: Correlate,
  { around }: Pick<Search, 'around'>,
  steps: readonly Move[],
  better: number,
): Found => {
  let best: Found = { dx: around.dx, dy: around.dy, match: -2 };
  for (const step of steps) {
    const [dx, dy] = [around.dx + step.dx, around.dy + step.dy];
    const match = correlate(dx, dy);
    if (match > best.match + better) best = { match, dx, dy };
  }
  return best;
};

const spirals = new Map<number, readonly Move[]>();

/** From a place outwards, by every so many dots: what lies nearest is likeliest. */
const spiral = (span: number, every = 1): readonly Move[] => {
  const key = span * 10 + every;
  const known = spirals.get(key);
  if (known) return known;
  const side = Array.from({ length: 2 * span + 1 }, (_, n) => n - span).filter(
    (n) => n % every === 0,
  );
  const moves = side
    .flatMap((dy) => side.map((dx) => ({ dx, dy })))
    .sort((a, b) => a.dx ** 2 + a.dy ** 2 - (b.dx ** 2 + b.dy ** 2));
  spirals.set(key, moves);
  return moves;
};

/** Pearson's, of a tile and its counterpart; what lies off the other page is paper. */
const makeCorrelation = (a: Dots, b: Dots, tile: Tile): Correlate => {
  const { side } = tile;
  const own = piece(a, tile);
  const n = side * side;
  let [sumA, sumAA] = [0, 0];
  for (const p of own) {
    sumA += p;
    sumAA += p * p;
  }
  const spreadA = sumAA - (sumA * sumA) / n;
  const { data, width, height } = b;
  return (dx, dy) => {
    const [x, y] = [tile.x + dx, tile.y + dy];
    const [left, right] = [Math.max(0, x), Math.min(width, x + side)];
    const [top, bottom] = [Math.max(0, y), Math.min(height, y + side)];
    let [sumB, sumBB, sumAB] = [0, 0, 0];
    for (let row = top; row < bottom; row++) {
      const end = row * width + right;
      for (let at = row * width + left, of = (row - y) * side + left - x; at < end; at++, of++) {
        const q = data[at] ?? 0;
        sumB += q;
        sumBB += q * q;
        sumAB += q * (own[of] ?? 0);
      }
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

const tilesOf = new WeakMap<Dots, readonly Tile[]>();

/** Of one size a page: it is asked for them once for each page that it is compared with. */
export const inkedTiles = (page: Dots, side: number): readonly Tile[] => {
  const known = tilesOf.get(page);
  if (known?.[0]?.side === side) return known;
  const tiles = [...findInkedTiles(page, side)];
  tilesOf.set(page, tiles);
  return tiles;
};

const findInkedTiles = function* (page: Dots, side: number): Generator<Tile> {
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
    for (let at = row * width + x; at < row * width + x + side; at++)
      if ((data[at] ?? 0) > ink) dots += 1;
  return dots;
};
