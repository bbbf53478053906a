import { type Correlation, type Moves, makeCorrelation } from './correlation.ts';
import type { Dots, Move, Tile } from './dots.ts';

/** Where a tile is looked for. */
interface Search extends Moves {
  readonly tile: Tile;
}

/** Along a ruled line every move fits; the one nearest to the given place is meant. */
const clearlyBetter = 0.005;

interface Found extends Move {
  /** 1 where a tile and its counterpart are the same, around 0 where they have nothing in common. */
  readonly match: number;
}

/** The move at which a tile looks most like the other page. */
export const bestMove = (page: Dots, other: Dots, search: Search): Move =>
  bestOf(makeCorrelation(page, other, search), search, clearlyBetter);

/** The same, tried at every other move first: a third of the time, for a wide span. */
export const roughMove = (page: Dots, other: Dots, search: Search): Move =>
  foundRoughly(correlationFor(page, other, search), search, clearlyBetter);

/** How much a tile looks like the other page where it looks most like it. */
export const bestMatch = (page: Dots, other: Dots, search: Search): number =>
  bestOf(makeCorrelation(page, other, search), search, 0).match;

/** So often a better place beside the last one is gone on from. */
const mostStrides = 4;
const plain = 0.7;

/**
 * The same, of a tile that probably moved as its neighbours did: from there on upwards, a tenth of the time
 * where it plainly looks like what lies there.
 */
export const matchBeside = (page: Dots, other: Dots, search: Search, guess: Move): Found => {
  const correlation = correlationFor(page, other, { ...search, around: guess });
  let around = guess;
  for (let stride = 0; stride < mostStrides; stride++) {
    const best = bestOf(correlation, { around, span: 1 }, 0);
    if (best.dx === around.dx && best.dy === around.dy && best.match >= plain) return best;
    around = best;
  }
  return foundRoughly(correlation, search, 0);
};

/** A better place at the rim is gone on from. */
const correlationFor = (page: Dots, other: Dots, search: Search): Correlation =>
  makeCorrelation(page, other, { ...search, span: search.span + 1 });

/** Of these moves every one, unless told. */
interface Tried extends Moves {
  readonly every?: number;
}

const foundRoughly = (correlation: Correlation, { around, span }: Tried, better: number): Found =>
  bestOf(
    correlation,
    { around: bestOf(correlation, { around, span, every: 2 }, better), span: 1 },
    better,
  );

const bestOf = (
  correlation: Correlation,
  { around, span, every = 1 }: Tried,
  better: number,
): Found => {
  correlation.reach({ around, span });
  let best: Found = { dx: around.dx, dy: around.dy, match: -2 };
  for (const step of spiral(span, every)) {
    const dx = around.dx + step.dx;
    const dy = around.dy + step.dy;
    const match = correlation.at(dx, dy);
    if (match > best.match + better) best = { match, dx, dy };
  }
  return best;
};

const spirals = new Map<number, readonly Move[]>();

/** From a place outwards, by every so many dots: what lies nearest is likeliest. */
const spiral = (span: number, every: number): readonly Move[] => {
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
