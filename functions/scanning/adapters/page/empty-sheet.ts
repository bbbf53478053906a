import { type Gray, type GrayPage, paperOf } from './gray.ts';
import { type Mark, type Mask, marksIn } from './marks.ts';
import { isOfTheSheetIn } from './sheet-marks.ts';
import { type Rim, rimOf, withUntold } from './sheet-rim.ts';

/** Paper as dark as this is a cover, or the scanner's open lid: somebody must look at it. */
const darkPaper = 110;
/** A square of some 6 mm is written on when so many of its dots are ink; a speck of dust has fewer. */
const tileSide = 16;
const leastInked = 8;
/** One such square may be a heap of dust; a word has two. */
const leastWritten = 2;
/** Holes, staples and the shadow of an edge lie on fewer squares. */
const mostOfTheSheet = 80;
/** What is darker than the paper by so much is ink at the judged size, whoever wrote it. */
const inkDepth = 40;
/** A pencil's stroke, no wider than a dot, keeps so much of its darkness where it was drawn. */
const faint = { depth: 34, length: 1.2, least: 4 };
/** In millimetres. */
const a4LongSide = 297;
/** More marks than these are grain. */
const mostMarks = 4_000;

/** Holes through which a light lid is seen are hardly darker than paper; so are the edges of darker ones. */
const markDepth = 22;

/** Nothing is written on it, whatever the paper's tint, and whatever the scan shows of the sheet itself. */
export const isEmptySheet = (page: GrayPage): boolean => {
  const { judged } = page;
  const paper = paperOf(judged);
  if (paper < darkPaper) return false;
  const lid = rimOf(judged, paper);
  const rim = withUntold(lid);
  const ink = inkWithin(judged, rim, { darkness: paper - inkDepth, step: 1 });
  if (inkedTiles(ink) >= mostOfTheSheet) return false;
  const seen = inkWithin(judged, lid, { darkness: paper - markDepth, step: 1 });
  const ofTheSheet = marksIn(seen, mostMarks).filter(isOfTheSheetIn(seen));
  clear(ink, ofTheSheet, 1);
  if (inkedTiles(ink) >= leastWritten) return false;
  const drawn = inkWithin(page.drawn, rim, { darkness: paper - faint.depth, step: page.step });
  clear(drawn, ofTheSheet, page.step);
  return strokesIn(drawn) < faint.least;
};

interface Ink {
  readonly darkness: number;
  /** How many dots of the page make one of the rim. */
  readonly step: number;
}

const inkWithin = ({ data, width, height }: Gray, rim: Rim, { darkness, step }: Ink): Mask => {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / step);
    const [left, right] = [(rim.left[row] ?? 0) * step, (rim.right[row] ?? 0) * step];
    for (let at = y * width + left, end = (y + 1) * width - right; at < end; at++)
      if ((data[at] ?? 255) < darkness) mask[at] = 1;
  }
  clearAboveAndBelow({ data: mask, width, height }, rim, step);
  return { data: mask, width, height };
};

const clearAboveAndBelow = ({ data, width, height }: Mask, rim: Rim, step: number): void => {
  for (let x = 0; x < width; x++) {
    const column = Math.floor(x / step);
    const top = (rim.top[column] ?? 0) * step;
    for (let y = 0; y < top; y++) data[y * width + x] = 0;
    for (let y = height - (rim.bottom[column] ?? 0) * step; y < height; y++)
      data[y * width + x] = 0;
  }
};

/** Squares that bear more than dust. */
const inkedTiles = ({ data, width, height }: Mask): number => {
  const across = Math.ceil(width / tileSide);
  const inked = new Uint16Array(across * Math.ceil(height / tileSide));
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== 1) continue;
    const tile = Math.floor(at / width / tileSide) * across + Math.floor((at % width) / tileSide);
    inked[tile] = (inked[tile] ?? 0) + 1;
  }
  return inked.filter((count) => count >= leastInked).length;
};

/** Beside a mark it is neither bright nor dark. */
const soft = 2;

/** With a rim about each, for it is seen less sharply than it is; `step` as above. */
const clear = ({ data, width, height }: Mask, marks: readonly Mark[], step: number): void => {
  const across = Math.floor(width / step);
  for (const { places } of marks)
    for (const at of places) {
      const [x, y] = [at % across, Math.floor(at / across)];
      const from = Math.max(0, (x - soft) * step);
      const to = Math.min(width, (x + soft + 1) * step);
      const end = Math.min(height, (y + soft + 1) * step);
      for (let row = Math.max(0, (y - soft) * step); row < end; row++)
        data.fill(0, row * width + from, row * width + to);
    }
};

/** Grain and dust are shorter. */
const strokesIn = (ink: Mask): number => {
  const least = (faint.length * Math.max(ink.width, ink.height)) / a4LongSide;
  return marksIn(ink, mostMarks).filter(({ width, height }) => Math.max(width, height) >= least)
    .length;
};
