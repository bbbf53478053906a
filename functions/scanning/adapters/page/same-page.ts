import { compareStrokes, play, type Sameness, type Strokes, tileSide } from './compare-strokes.ts';
import { bestMatch, type Dots, hasMatch, inkedTiles, type Move, roughMove } from './dots.ts';
import { type Fingerprint, fingerprintOf, isAlikeFromAfar, reach } from './fingerprint.ts';
import { type Gray, type GrayPage, paperOf } from './gray.ts';

/** What is kept of a page to know it again: some 3 MB. */
export interface Likeness {
  /** As it was drawn, where digits can be told apart. */
  readonly fine: Dots;
  /** So many fine dots make a near one, each way. */
  readonly step: number;
  /** At the judged size: enough to see whether lines and words are the same. */
  readonly near: Dots;
  /** At a quarter of it each way: enough to see whether and where to look. */
  readonly far: Dots;
  readonly fingerprint: Fingerprint;
  /** Out of a scanner: a second time it looks a little otherwise. Text that is drawn looks the same. */
  readonly isScanned: boolean;
}

const shrink = 4;
/** Paler than so much below the paper is its grain. */
const leastDark = 25;

export const likenessOf = (
  { drawn, judged, step }: GrayPage,
  { isScanned }: { readonly isScanned: boolean } = { isScanned: true },
): Likeness => {
  const paper = paperOf(judged);
  const near = dotsOf(judged, paper);
  const far = shrunk(near);
  return {
    fine: dotsOf(drawn, paper),
    step,
    near,
    far,
    fingerprint: fingerprintOf(far),
    isScanned,
  };
};

const dotsOf = (gray: Gray, paper: number): Dots => {
  const data = new Uint8Array(gray.data.length);
  for (let n = 0; n < data.length; n++) {
    const dark = paper - (gray.data[n] ?? paper);
    data[n] = dark < leastDark ? 0 : Math.round(dark);
  }
  return { data, width: gray.width, height: gray.height };
};

const shrunk = (page: Dots): Dots => {
  const width = Math.floor(page.width / shrink);
  const height = Math.floor(page.height / shrink);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = meanOf(page, x * shrink, y * shrink);
  return { data, width, height };
};

const meanOf = ({ data, width }: Dots, left: number, top: number): number => {
  let sum = 0;
  for (let y = top; y < top + shrink; y++)
    for (let x = left; x < left + shrink; x++) sum += data[y * width + x] ?? 0;
  return sum / (shrink * shrink);
};

/**
 * Measured on drawn pages at 200 dpi: tiles of a second scan, otherwise crooked by up to a degree and
 * with other grain, match by 0.73 and more; of a page that differs in one number, one by 0.63 or less.
 */
const leastMatch = 0.7;
/**
 * Nor may any tile match by so much less than most do: of two scans that lie alike on the glass nearly
 * every tile matches by 1, and one number between them still by 0.85. Of second scans that lie otherwise
 * the worst was 0.13 below the lower quarter.
 */
const mostBehind = 0.14;

/**
 * Whether both are scans of the same side of the same sheet. From afar it is seen whether to look closer,
 * by how much the page moved and how far it lies askew; then every tile with ink must match, so that one
 * form filled in twice is two pages; and at last, as it was drawn, every stroke. Where nothing but a few
 * strokes differs, it is either a digit or the scanner's doing: then both are `similar`, and somebody must
 * look.
 */
export const comparePages = (a: Likeness, b: Likeness): Sameness => {
  if (!isAlikeFromAfar(a.fingerprint, b.fingerprint)) return 'other';
  if (isEqual(a.fine, b.fine)) return 'same';
  if (!a.isScanned || !b.isScanned) return 'other';
  const turn = turnOf(movesBetween(a.far, b.far));
  const other = straightened(b, turn);
  if (!agrees(a, other) || !agrees(other, a)) return 'other';
  return compareStrokes({ ...a, around: shiftBetween(a, other) }, straightFine(b, other, turn));
};

const isEqual = (a: Dots, b: Dots): boolean =>
  a.width === b.width && Buffer.compare(a.data, b.data) === 0;

type Looked = Pick<Likeness, 'near' | 'far'>;

/** In near dots. */
const shiftBetween = (page: Looked, other: Looked): Move => {
  const moves = movesBetween(page.far, other.far);
  return {
    dx: shrink * middle(moves.map(({ dx }) => dx)),
    dy: shrink * middle(moves.map(({ dy }) => dy)),
  };
};

const agrees = (page: Looked, other: Looked): boolean => {
  const around = shiftBetween(page, other);
  const tiles = [...inkedTiles(page.near, tileSide)];
  const searches = tiles.map((tile) => ({ tile, around, span: play }));
  return (
    searches.every((search) => hasMatch(page.near, other.near, search, leastMatch)) &&
    noneFallsBehind(searches.map((search) => bestMatch(page.near, other.near, search)))
  );
};

const noneFallsBehind = (matches: readonly number[]): boolean => {
  const sorted = matches.toSorted((a, b) => a - b);
  const quarter = sorted[Math.floor(sorted.length / 4)] ?? 1;
  return (sorted[0] ?? 1) >= quarter - mostBehind;
};

/** So many parts are asked how far the page moved. */
const asked = 12;
/** Far dots; three degrees move the rim of a page by so much more. */
const askedReach = reach + 4;

type MoveAt = Move & { readonly x: number; readonly y: number };

/** By how many far dots each of some parts of the page moved on the glass. */
const movesBetween = (page: Dots, other: Dots): readonly MoveAt[] => {
  const centre = { dx: 0, dy: 0 };
  const tiles = [...inkedTiles(page, 24)];
  const every = Math.ceil(tiles.length / asked);
  return tiles
    .filter((_, n) => n % every === 0)
    .map((tile) => ({
      x: tile.x,
      y: tile.y,
      ...roughMove(page, other, { tile, around: centre, span: askedReach }),
    }));
};

/** By how many radians: the middle of what each two parts say. */
const turnOf = (moves: readonly MoveAt[]): number =>
  middle(
    moves.flatMap((a, n) =>
      moves.slice(n + 1).map((b) => {
        const [x, y] = [b.x - a.x, b.y - a.y];
        return (x * (b.dy - a.dy) - y * (b.dx - a.dx)) / (x * x + y * y);
      }),
    ),
  );

/** Less moves no tile out of its play. */
const leastTurn = 0.006;

const straightened = (page: Likeness, turn: number): Looked => {
  if (Math.abs(turn) < leastTurn) return page;
  const near = turnedBy(page.near, turn);
  return { near, far: shrunk(near) };
};

const straightFine = ({ fine }: Likeness, { near }: Looked, turn: number): Strokes => ({
  near,
  fine: Math.abs(turn) < leastTurn ? fine : turnedBy(fine, turn),
});

/** Turned about the middle of the page; what lies off it is paper. */
const turnedBy = ({ data, width, height }: Dots, turn: number): Dots => {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const [midX, midY] = [width / 2, height / 2];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromX = midX + (x - midX) * cos - (y - midY) * sin;
      const fromY = midY + (x - midX) * sin + (y - midY) * cos;
      turned[y * width + x] = between({ data, width, height }, fromX, fromY);
    }
  return { data: turned, width, height };
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

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
