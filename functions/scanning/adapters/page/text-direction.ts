import { type Gray, type GrayPage, levelsAt, turned } from './gray.ts';

/** Vertical strips: a line of one is read by itself, for a sheet is not flat everywhere. */
const strips = 10;
/** Rows of one line of text at the judged size, from a hook above a capital to a dot below. */
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
const surelyUpright = 2.5;
/** Many pieces are sure of a trifle, as those of a drawing may be: they must also lean as letters do. */
const leastLeaning = -0.12;

/** True when the lines of text stand on their heads, and only where that is plain. */
export const isUpsideDown = (page: GrayPage): boolean => {
  if (isPlainlyUpright(page)) return false;
  const { pieces, mean, certainty } = stanceOf(page);
  if (pieces < leastPieces || mean > leastLeaning || certainty > surelyReversed) return false;
  return Math.abs(certainty) > Math.abs(stanceOf(onItsSide(page)).certainty);
};

/** Most pages are, and at the judged size it takes a fifth of the time to see it. */
const isPlainlyUpright = ({ judged }: GrayPage): boolean =>
  stanceOf({ drawn: judged, judged, step: 1 }).certainty > surelyUpright;

interface Looked extends Pick<GrayPage, 'judged' | 'step'> {
  readonly drawn: Gray;
}

const onItsSide = ({ drawn, judged, step }: Looked): Looked => ({
  drawn: turned(drawn, 1),
  judged: turned(judged, 1),
  step,
});

interface Stance {
  readonly pieces: number;
  readonly mean: number;
  /** Student's t of the mean against nothing; nothing where there are too few pieces to tell. */
  readonly certainty: number;
}

const stanceOf = (page: Looked): Stance => {
  const leanings = leaningsOf(page);
  const pieces = leanings.length;
  if (pieces < 2) return { pieces, mean: 0, certainty: 0 };
  const mean = leanings.reduce((sum, value) => sum + value, 0) / pieces;
  const variance = leanings.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (pieces - 1);
  return { pieces, mean, certainty: variance === 0 ? 0 : mean / Math.sqrt(variance / pieces) };
};

/** Of each piece of a line: its ink above the small letters against that below, 1 to -1. */
const leaningsOf = ({ drawn, judged, step }: Looked): readonly number[] => {
  const darkness = inkBelow(judged);
  const slope = slopeOf(judged, darkness);
  const width = Math.floor(drawn.width / strips);
  const heights = { least: line.least * step, most: line.most * step };
  return Array.from({ length: strips }, (_, strip) => {
    const profile = profileOf(drawn, { left: strip * width, width, darkness, slope });
    return [...piecesOf(profile, (width / columns) * ruled, heights)].flatMap(leaningOf);
  }).flat();
};

/** Halfway from the paper to the ink, so that pale print keeps its shape. */
const inkBelow = (gray: Gray): number => {
  const [paper = 255, ink = 0] = levelsAt(gray, [0.75, 0.01]);
  return (paper + ink) / 2;
};

/** Pages lie askew by three degrees at most; so finely it is told, in pixels down for each across. */
const slopes = { most: 0.06, step: 0.004 } as const;
/** Of the dark pixels so many say as much as all. */
const everyPoint = 12;

/** How far lines fall from left to right: where they are level, rows are full or empty. */
const slopeOf = (gray: Gray, darkness: number): number => {
  const { across, down } = pointsOf(gray, darkness);
  const reach = Math.ceil(gray.width * slopes.most);
  const rows = new Uint32Array(gray.height + 2 * reach);
  let best = { slope: 0, order: 0 };
  for (let slope = -slopes.most; slope <= slopes.most; slope += slopes.step) {
    rows.fill(0);
    // As `Math.round` does it, in less time.
    for (let n = 0; n < across.length; n++)
      addTo(rows, Math.floor((down[n] ?? 0) - (across[n] ?? 0) * slope + 0.5) + reach);
    const order = orderOf(rows);
    if (order > best.order) best = { slope, order };
  }
  return best.slope;
};

const orderOf = (rows: Uint32Array): number => {
  let order = 0;
  for (const count of rows) order += count * count;
  return order;
};

/** Places of dark pixels. */
const pointsOf = (
  { data, width }: Gray,
  darkness: number,
): { readonly across: Uint16Array; readonly down: Uint16Array } => {
  const points: number[] = [];
  let dark = 0;
  for (let at = 0; at < data.length; at++) {
    if ((data[at] ?? 255) >= darkness) continue;
    dark += 1;
    if (dark % everyPoint === 0) points.push(at);
  }
  return {
    across: Uint16Array.from(points, (at) => at % width),
    down: Uint16Array.from(points, (at) => Math.floor(at / width)),
  };
};

interface Strip {
  readonly left: number;
  readonly width: number;
  readonly darkness: number;
  readonly slope: number;
}

/** Every second column says as much as all. */
const columns = 2;

/** Dark pixels of each row of a strip, along its slope. */
const profileOf = (
  { data, width: pageWidth, height }: Gray,
  { left, width, darkness, slope }: Strip,
): Uint32Array => {
  const profile = new Uint32Array(height);
  const falls = Int32Array.from({ length: width }, (_, x) => Math.round((x - width / 2) * slope));
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * pageWidth + left; x < width; x += columns, at += columns)
      if ((data[at] ?? 255) < darkness) addTo(profile, y - (falls[x] ?? 0));
  return profile;
};

/** What is set before the beginning of an array or behind its end is dropped. */
const addTo = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Runs of rows with ink, of a text line's height and without a ruled line. */
const piecesOf = function* (
  profile: Uint32Array,
  mostInk: number,
  { least, most }: { readonly least: number; readonly most: number },
): Generator<Uint32Array> {
  let start = 0;
  for (let y = 0; y <= profile.length; y++) {
    if ((profile[y] ?? 0) > 0) continue;
    const run = profile.subarray(start, y);
    start = y + 1;
    const isText = run.length >= least && run.length <= most;
    if (isText && Math.max(...run) < mostInk) yield run;
  }
};

/** Ink above and below the band of rows that small letters fill; none says nothing. */
const leaningOf = (run: Uint32Array): readonly number[] => {
  const full = Math.max(...run) * 0.5;
  const top = run.findIndex((ink) => ink >= full);
  const bottom = run.findLastIndex((ink) => ink >= full);
  const sum = (rows: Uint32Array) => rows.reduce((total, ink) => total + ink, 0);
  const [above, below] = [sum(run.slice(0, top)), sum(run.slice(bottom + 1))];
  return above + below > 0 ? [(above - below) / (above + below)] : [];
};
