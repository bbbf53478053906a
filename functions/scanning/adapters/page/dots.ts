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

/** Copies a square out of a page, row by row; what lies off it is paper. */
export const fillPiece = (
  dots: Uint8Array,
  { data, width, height }: Dots,
  { x, y, side }: Tile,
): void => {
  const left = Math.max(0, x);
  const right = Math.min(width, x + side);
  if (left > x || right < x + side || y < 0 || y + side > height) dots.fill(0, 0, side * side);
  for (let row = Math.max(0, y); row < Math.min(height, y + side); row++)
    for (
      let at = row * width + left, to = (row - y) * side + left - x, end = row * width + right;
      at < end;
      at++, to++
    )
      dots[to] = data[at] ?? 0;
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
