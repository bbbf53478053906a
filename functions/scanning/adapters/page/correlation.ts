import { type Dots, fillPiece, type Move, type Tile } from './dots.ts';

/** Moves up to so far from one. */
export interface Moves {
  readonly around: Move;
  readonly span: number;
}

/** How well a tile fits its counterpart on another page. */
export interface Correlation {
  /** Said before: these are going to be tried; no farther ones than were told when it was made. */
  readonly reach: (moves: Moves) => void;
  /** At a move: 1 where both are the same, around 0 where they have nothing in common. */
  readonly at: (dx: number, dy: number) => number;
}

/**
 * Pearson's, of a tile and its counterpart; what lies off the other page is paper. Most of a tile is paper
 * too: only its ink is multiplied, and how dark a counterpart is by itself is told by sums made once. One
 * at a time: the next takes its memory.
 */
export const makeCorrelation = (
  page: Dots,
  other: Dots,
  { tile, around, span }: Moves & { readonly tile: Tile },
): Correlation => {
  const { side } = tile;
  const width = side + 2 * span;
  const n = side * side;
  makeRoom((width + 1) * (width + 1));
  const ink = takeInk(page, tile, width);
  const spread = ink.squares - (ink.sum * ink.sum) / n;
  let corner = takePart(other, tile, { around, span });
  return {
    reach: (moves) => {
      if (!covers(corner, span, moves))
        corner = takePart(other, tile, { around: moves.around, span });
    },
    at: (dx, dy) => {
      const [left, top] = [dx - corner.dx, dy - corner.dy];
      const from = top * (width + 1) + left;
      const sum = within(room.sums, from, width, side);
      const both = spread * (within(room.squares, from, width, side) - (sum * sum) / n);
      if (both <= 0) return -1;
      return (productOf(ink.dots, top * width + left) - (ink.sum * sum) / n) / Math.sqrt(both);
    },
  };
};

/** What one search works on. */
let room = {
  /** The dots of the tile that are not paper: how dark they are, and where they lie in the part. */
  levels: new Uint8Array(0),
  places: new Uint16Array(0),
  /** The part of the other page in which the tile is moved about. */
  part: new Uint8Array(0),
  /**
   * Of all above and to the left of a dot of it, behind a column of nothing and a row that says nothing:
   * it is in all of them, and only differences are asked.
   */
  sums: new Uint32Array(0),
  /** The same of squares: less than 2³² for a part of 257 dots each way, and none has half of it. */
  squares: new Uint32Array(0),
};

const makeRoom = (dots: number): void => {
  if (room.part.length >= dots) return;
  room = {
    levels: new Uint8Array(dots),
    places: new Uint16Array(dots),
    part: new Uint8Array(dots),
    sums: new Uint32Array(dots),
    squares: new Uint32Array(dots),
  };
};

interface Ink {
  readonly dots: number;
  readonly sum: number;
  readonly squares: number;
}

const takeInk = (page: Dots, tile: Tile, width: number): Ink => {
  const { levels, places, part } = room;
  const { side } = tile;
  fillPiece(part, page, tile);
  let [dots, sum, squares] = [0, 0, 0];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const level = part[row * side + column] ?? 0;
      if (level === 0) continue;
      places[dots] = row * width + column;
      levels[dots] = level;
      dots += 1;
      sum += level;
      squares += level * level;
    }
  return { dots, sum, squares };
};

/** Returns the move to its upper left corner. */
const takePart = (other: Dots, { x, y, side }: Tile, { around, span }: Moves): Move => {
  const [dx, dy] = [around.dx - span, around.dy - span];
  const width = side + 2 * span;
  fillPiece(room.part, other, { x: x + dx, y: y + dy, side: width });
  sumUp(width);
  return { dx, dy };
};

const sumUp = (width: number): void => {
  const { part, sums, squares } = room;
  for (let row = 0, from = 0, to = width + 1; row < width; row++) {
    let sum = 0;
    let square = 0;
    sums[to] = 0;
    squares[to] = 0;
    to += 1;
    for (const end = from + width; from < end; from++, to++) {
      const level = part[from] ?? 0;
      sum += level;
      square += level * level;
      sums[to] = (sums[to - width - 1] ?? 0) + sum;
      squares[to] = (squares[to - width - 1] ?? 0) + square;
    }
  }
};

const covers = (corner: Move, span: number, moves: Moves): boolean => {
  const across = Math.abs(moves.around.dx - corner.dx - span);
  const down = Math.abs(moves.around.dy - corner.dy - span);
  return Math.max(across, down) + moves.span <= span;
};

/** Of a tile's square, from its upper left corner. */
const within = (sums: Uint32Array, from: number, width: number, side: number): number => {
  const below = from + side * (width + 1);
  const upper = (sums[from + side] ?? 0) - (sums[from] ?? 0);
  return (sums[below + side] ?? 0) - (sums[below] ?? 0) - upper;
};

const productOf = (dots: number, from: number): number => {
  const { levels, places, part } = room;
  let product = 0;
  for (let n = 0; n < dots; n++) product += (levels[n] ?? 0) * (part[from + (places[n] ?? 0)] ?? 0);
  return product;
};
