import { type Dots, inkedPieces, inkedTiles, type Move } from './dots.ts';
import { bestMatch, bestMove, matchBeside } from './find-move.ts';

/** How far a tile may lie from where the page has moved, in near dots: a degree of skew, no line. */
export const play = 6;
/** Near dots; some eight letters of a line. */
export const tileSide = 48;

export type Sameness = 'same' | 'similar' | 'other';

/** A page at the judged size, and as it was drawn. */
export interface Strokes {
  readonly near: Dots;
  readonly fine: Dots;
}

interface First extends Strokes {
  /** So many fine dots make a near one, each way. */
  readonly step: number;
  /** By how many near dots the second page moved. */
  readonly around: Move;
}

/** Near dots: a digit of small print. */
const strokeSide = 8;
const leastStrokeInk = 0.2;
/**
 * By how many times a piece of a digit's size may differ more than the better three quarters do. Measured
 * on drawn pages, as crooked as they come: of second scans 1.9 to 3.0; where one digit differs, 5.1 to 15.7
 * on pages that lie otherwise, 98 and more on pages that lie alike. Along a table's lines it was up to 15.
 */
const outlier = { sure: 4, unsure: 20 } as const;
/** Two pictures of one page differ by so much at least. */
const leastDifference = 0.004;

/** Whether two pages that agree line by line agree in every stroke, at the resolution where digits differ. */
export const compareStrokes = (page: First, other: Strokes): Sameness => {
  const ratio = worstStroke(page, other);
  if (ratio > outlier.unsure) return 'other';
  return ratio > outlier.sure ? 'similar' : 'same';
};

/** By how many times the piece that fits worst differs more than the better three quarters do. */
const worstStroke = (page: First, other: Strokes): number => {
  const matches = [...strokesOf(page, other)].sort((a, b) => a - b);
  const usual = 1 - (matches[Math.floor(matches.length / 4)] ?? 1) + leastDifference;
  return (1 - (matches[0] ?? 1)) / usual;
};

/** How well each piece of a digit's size fits where its surroundings fit best. */
const strokesOf = function* (page: First, other: Strokes): Generator<number> {
  const { step, around } = page;
  let beside = around;
  for (const tile of inkedTiles(page.near, tileSide)) {
    const near = matchBeside(page.near, other.near, { tile, around, span: play }, beside);
    beside = near;
    const fineTile = { x: tile.x * step, y: tile.y * step, side: tile.side * step };
    const moved = { dx: near.dx * step, dy: near.dy * step };
    const best = bestMove(page.fine, other.fine, { tile: fineTile, around: moved, span: step });
    for (const piece of inkedPieces(page.fine, fineTile, strokeSide * step, leastStrokeInk))
      yield bestMatch(page.fine, other.fine, { tile: piece, around: best, span: step });
  }
};
