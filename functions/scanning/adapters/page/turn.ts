import type { Dots, Move, Tile } from './dots.ts';

/** Turned about the middle of the page, by radians; what lies off it is paper. */
export const turnedBy = (page: Dots, turn: number): Dots =>
  turnedPart(page, turn, { left: 0, top: 0, width: page.width, height: page.height });

/** The square around a tile, and so much of the page on each side of it, of a page that is turned. */
export const turnedAround = (
  page: Dots,
  turn: number,
  { tile, margin }: { readonly tile: Tile; readonly margin: number },
): Dots => {
  const side = tile.side + 2 * margin;
  return turnedPart(page, turn, {
    left: tile.x - margin,
    top: tile.y - margin,
    width: side,
    height: side,
  });
};

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const turnedPart = (page: Dots, turn: number, { left, top, width, height }: Part): Dots => {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const [midX, midY] = [page.width / 2, page.height / 2];
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    let fromX = midX + (left - midX) * cos - (top + y - midY) * sin;
    let fromY = midY + (left - midX) * sin + (top + y - midY) * cos;
    for (let x = 0; x < width; x++, at++, fromX += cos, fromY += sin)
      data[at] = between(page, fromX, fromY);
  }
  return { data, width, height };
};

/** The darkness between four dots. */
const between = ({ data, width, height }: Dots, x: number, y: number): number => {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const [right, below] = [x - left, y - top];
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - below) + lower * below;
};

/** By how much a dot of a page moves when the page is turned so. */
export const moveOfTurn = (
  { width, height }: Dots,
  turn: number,
  { x, y }: { readonly x: number; readonly y: number },
): Move => {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const [across, down] = [x - width / 2, y - height / 2];
  return { dx: across * cos + down * sin - across, dy: down * cos - across * sin - down };
};
