import { compareStrokes, play, type Sameness, type Strokes, tileSide } from './compare-strokes.ts';
import { type Dots, inkedTiles, type Move, type Tile } from './dots.ts';
import { bestMatch, matchBeside, roughMove } from './find-move.ts';
import { type Fingerprint, fingerprintOf, isAlikeFromAfar, reach } from './fingerprint.ts';
import { type Gray, type GrayPage, paperOf } from './gray.ts';
import { moveOfTurn, turnedAround, turnedBy } from './turn.ts';

/** What is kept of a page to know it again: some 3 MB. */
export interface Likeness {
  readonly drawn: GrayPage['drawn'];
  /** As it was drawn, where digits can be told apart; made when it is asked for, which is seldom. */
  readonly fine: () => Dots;
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
  let fine: Dots | undefined;
  return {
    drawn,
    fine: () => {
      fine ??= dotsOf(drawn, paper);
      return fine;
    },
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
    // Rounded: below zero there is none, and half a level is added faster than `Math.round` finds it.
    data[n] = dark < leastDark ? 0 : dark + 0.5;
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
  if (isEqual(a.drawn, b.drawn)) return 'same';
  if (!a.isScanned || !b.isScanned) return 'other';
  const moves = movesBetween(a.far, b.far);
  const turn = turnOf(moves);
  if (differsWhereLikeliest(a, b, { turn, moves })) return 'other';
  const other = straightened(b, turn);
  const around = isAskew(turn) ? shiftOf(movesBetween(a.far, other.far)) : shiftOf(moves);
  const back = { dx: -around.dx, dy: -around.dy };
  if (!agrees(a, other, around) || !agrees(other, a, back)) return 'other';
  return compareStrokes({ ...a, fine: a.fine(), around }, straightFine(b, other, turn));
};

const isEqual = (a: Likeness['drawn'], b: Likeness['drawn']): boolean =>
  a.width === b.width && Buffer.compare(a.data, b.data) === 0;

type Looked = Pick<Likeness, 'near' | 'far'>;

interface Lie {
  /** By how many radians the second page lies askew. */
  readonly turn: number;
  readonly moves: readonly MoveAt[];
}

/** So many tiles, those that differ most from afar, are looked at before all others. */
const suspects = 4;
/** And so many of the others, to know how well tiles match that do not differ. */
const witnesses = 12;

/**
 * Whether one of the tiles that look least alike from afar matches nowhere, or by so much less than others.
 * Of two forms that are filled in otherwise this is found in a tenth of the time that all tiles take; what
 * it does not find, they tell.
 */
const differsWhereLikeliest = (a: Looked, b: Looked, { turn, moves }: Lie): boolean => {
  const askew = isAskew(turn) ? turn : 0;
  const around = movedBy(b.far, askew, moves);
  const lie = { around, turn: askew };
  const tiles = inkedTiles(a.near, tileSide)
    .map((tile) => ({ tile, match: matchFromAfar(a, b, tile, lie) }))
    .toSorted((one, other) => one.match - other.match)
    .map(({ tile }) => tile);
  const match = makeMatchOf(a, b, lie);
  const suspected: number[] = [];
  for (const tile of tiles.splice(0, suspects)) {
    suspected.push(match(tile));
    if (Math.min(...suspected) < leastMatch) return true;
  }
  const every = Math.ceil(tiles.length / witnesses);
  const others = tiles.filter((_, n) => n % every === 0).map(match);
  return !noneFallsBehind([...suspected, ...others]);
};

/** Where the second page lies, in far dots, and how far askew. */
interface Lying {
  readonly around: Move;
  readonly turn: number;
}

/** How well a tile matches its counterpart: of a page that lies askew, that alone is cut out and turned. */
const makeMatchOf = (a: Looked, b: Looked, { around, turn }: Lying) => {
  const reached = { dx: shrink * around.dx, dy: shrink * around.dy };
  let beside: Move = { dx: 0, dy: 0 };
  return (tile: Tile): number => {
    const span = turn === 0 ? play : play + shrink;
    const place = { tile, around: reached, span };
    const { page, ...search } =
      turn === 0 ? { page: b.near, ...place } : cutOut(b.near, turn, place);
    const { dx, dy } = search.around;
    const guess = { dx: dx + beside.dx, dy: dy + beside.dy };
    const found = matchBeside(a.near, page, search, guess);
    if (found.match >= leastMatch) beside = { dx: found.dx - dx, dy: found.dy - dy };
    return found.match;
  };
};

interface Place {
  readonly tile: Tile;
  readonly around: Move;
  readonly span: number;
}

/** The part of a turned page where a tile is searched for, and the search within that. */
const cutOut = (page: Dots, turn: number, { tile, around, span }: Place) => {
  const there = { ...tile, x: tile.x + around.dx, y: tile.y + around.dy };
  return {
    page: turnedAround(page, turn, { tile: there, margin: span }),
    tile,
    around: { dx: span - tile.x, dy: span - tile.y },
    span,
  };
};

const matchFromAfar = (
  { far }: Looked,
  other: Looked,
  tile: Tile,
  { around, turn }: Lying,
): number => {
  const [x, y] = [Math.round(tile.x / shrink), Math.round(tile.y / shrink)];
  const place = { tile: { x, y, side: tile.side / shrink }, around, span: 1 };
  if (turn === 0) return bestMatch(far, other.far, place);
  const { page, ...search } = cutOut(other.far, turn, place);
  return bestMatch(far, page, search);
};

/** In far dots, once the second page is turned back. */
const movedBy = (far: Dots, turn: number, moves: readonly MoveAt[]): Move => {
  const turned = moves.map(({ x, y, dx, dy }) => {
    const back = moveOfTurn(far, turn, { x: x + dx, y: y + dy });
    return { dx: dx + back.dx, dy: dy + back.dy };
  });
  return {
    dx: Math.round(middle(turned.map(({ dx }) => dx))),
    dy: Math.round(middle(turned.map(({ dy }) => dy))),
  };
};

/** In near dots. */
const shiftOf = (moves: readonly MoveAt[]): Move => ({
  dx: shrink * middle(moves.map(({ dx }) => dx)),
  dy: shrink * middle(moves.map(({ dy }) => dy)),
});

const agrees = (page: Looked, other: Looked, around: Move): boolean => {
  const matches: number[] = [];
  let beside = around;
  for (const tile of inkedTiles(page.near, tileSide)) {
    const found = matchBeside(page.near, other.near, { tile, around, span: play }, beside);
    if (found.match < leastMatch) return false;
    matches.push(found.match);
    beside = found;
  }
  return noneFallsBehind(matches);
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
  const tiles = inkedTiles(page, 24);
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
const isAskew = (turn: number): boolean => Math.abs(turn) >= leastTurn;

const straightened = (page: Likeness, turn: number): Looked => {
  if (!isAskew(turn)) return page;
  const near = turnedBy(page.near, turn);
  return { near, far: shrunk(near) };
};

const straightFine = ({ fine }: Likeness, { near }: Looked, turn: number): Strokes => ({
  near,
  fine: isAskew(turn) ? turnedBy(fine(), turn) : fine(),
});

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
