import { type Gray, levelsAt } from './gray.ts';

/** Vertical strips: within one, a line of a crooked page is still level. */
const strips = 10;
/** Rows of one line of text, from a hook above a capital to a dot below, at the judged size. */
const line = { least: 6, most: 40 } as const;
/** A strip's row that is ink all along is a ruled line or the rim of a table. */
const ruled = 0.7;

/** Fewer pieces of lines than this say nothing: a drawing, a card, a few words. */
const leastPieces = 50;
/**
 * Vietnamese has more above its small letters than below: ascenders, hooks and tone marks against
 * descenders and the dot of the nặng tone. Measured on drawn pages, crooked by up to a degree: 0.34 to
 * 0.56 upright, the same below zero upside down, never below -0.28 lying on a side with so many pieces.
 */
const surelyReversed = -0.3;

/**
 * True when the lines of text stand on their heads, and only where that is plain: below the band of
 * small letters there is clearly more ink than above it.
 */
export const isUpsideDown = (gray: Gray): boolean => {
  const { pieces, above, below } = balanceOf(gray);
  return pieces >= leastPieces && (above - below) / (above + below) < surelyReversed;
};

interface Balance {
  readonly pieces: number;
  readonly above: number;
  readonly below: number;
}

const balanceOf = (gray: Gray): Balance => {
  const darkness = inkBelow(gray);
  const balance = { pieces: 0, above: 0, below: 0 };
  const width = Math.floor(gray.width / strips);
  for (let strip = 0; strip < strips; strip++) {
    const profile = profileOf(gray, { left: strip * width, width, darkness });
    for (const piece of piecesOf(profile, width * ruled)) weigh(balance, piece);
  }
  return balance;
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

/** Ink above and below the band of rows that small letters fill. */
const weigh = (
  balance: { pieces: number; above: number; below: number },
  run: readonly number[],
): void => {
  const full = Math.max(...run) * 0.5;
  const top = run.findIndex((ink) => ink >= full);
  const bottom = run.findLastIndex((ink) => ink >= full);
  const sum = (rows: readonly number[]) => rows.reduce((total, ink) => total + ink, 0);
  balance.pieces += 1;
  balance.above += sum(run.slice(0, top));
  balance.below += sum(run.slice(bottom + 1));
};
