import { type Gray, levelsAt, turned } from './gray.ts';

/** Vertical strips: within one, a line of a crooked page is still level. */
const strips = 10;
/** Rows of one line of text, from a hook above a capital to a dot below, at the judged size. */
const line = { least: 6, most: 40 } as const;
/** A strip's row that is ink all along is a ruled line or the rim of a table. */
const ruled = 0.7;

/** Fewer pieces of lines than this say nothing: a drawing, a card, a few words. */
const leastPieces = 30;
/**
 * Vietnamese has more above its small letters than below: ascenders, hooks and tone marks against
 * descenders and the dot of the nặng tone. How sure the pieces are of it together, in standard errors:
 * on generated pages of print, pencil, forms and tables, crooked by up to three degrees, 0.4 to 9
 * upright, the same below zero upside down; of lines that lie on a side, 2.8 at most either way.
 */
const surelyReversed = -2.2;
/** Many pieces are sure of a trifle, as those of a drawing may be: they must also lean as letters do. */
const leastLeaning = -0.12;

/** True when the lines of text stand on their heads, and only where that is plain. */
export const isUpsideDown = (gray: Gray): boolean => {
  const { pieces, mean, certainty } = stanceOf(gray);
  if (pieces < leastPieces || mean > leastLeaning || certainty > surelyReversed) return false;
  return Math.abs(certainty) > Math.abs(stanceOf(turned(gray, 1)).certainty);
};

interface Stance {
  readonly pieces: number;
  readonly mean: number;
  /** Student's t of the mean against nothing; nothing where there are too few pieces to tell. */
  readonly certainty: number;
}

const stanceOf = (gray: Gray): Stance => {
  const leanings = leaningsOf(gray);
  const pieces = leanings.length;
  if (pieces < 2) return { pieces, mean: 0, certainty: 0 };
  const mean = leanings.reduce((sum, value) => sum + value, 0) / pieces;
  const variance = leanings.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (pieces - 1);
  return { pieces, mean, certainty: variance === 0 ? 0 : mean / Math.sqrt(variance / pieces) };
};

/** Of each piece of a line: its ink above the small letters against that below, 1 to -1. */
const leaningsOf = (gray: Gray): readonly number[] => {
  const darkness = inkBelow(gray);
  const width = Math.floor(gray.width / strips);
  return Array.from({ length: strips }, (_, strip) => {
    const profile = profileOf(gray, { left: strip * width, width, darkness });
    return [...piecesOf(profile, width * ruled)].flatMap(leaningOf);
  }).flat();
};

/** Halfway from the paper to the ink, so that pale print keeps its shape. */
const inkBelow = (gray: Gray): number => {
  const [paper = 255, ink = 0] = levelsAt(gray, [0.75, 0.01]);
  return (paper + ink) / 2;
};

/** Dark pixels of each row of a strip. */
const profileOf = (
  { data, width: pageWidth, height }: Gray,
  { left, width, darkness }: { left: number; width: number; darkness: number },
): readonly number[] =>
  Array.from({ length: height }, (_, y) => {
    const start = y * pageWidth + left;
    let count = 0;
    for (let n = start; n < start + width; n++) if ((data[n] ?? 255) < darkness) count += 1;
    return count;
  });

/** Runs of rows with ink, of a text line's height and without a ruled line. */
const piecesOf = function* (
  profile: readonly number[],
  mostInk: number,
): Generator<readonly number[]> {
  let start = 0;
  for (let y = 0; y <= profile.length; y++) {
    if ((profile[y] ?? 0) > 0) continue;
    const run = profile.slice(start, y);
    start = y + 1;
    const isText = run.length >= line.least && run.length <= line.most;
    if (isText && Math.max(...run) < mostInk) yield run;
  }
};

/** Ink above and below the band of rows that small letters fill; none says nothing. */
const leaningOf = (run: readonly number[]): readonly number[] => {
  const full = Math.max(...run) * 0.5;
  const top = run.findIndex((ink) => ink >= full);
  const bottom = run.findLastIndex((ink) => ink >= full);
  const sum = (rows: readonly number[]) => rows.reduce((total, ink) => total + ink, 0);
  const [above, below] = [sum(run.slice(0, top)), sum(run.slice(bottom + 1))];
  return above + below > 0 ? [(above - below) / (above + below)] : [];
};
