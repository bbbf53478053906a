import sharp from 'sharp';
import type { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { mulberry32 } from '#local/play/paper/grain.ts';
import { jbig2In, jpeg2000In } from '#test/unit/scanning/inspection/codestreams.ts';
import {
  g4Page,
  jpegIn,
  losslessIn,
  pageOf,
  wholePage,
} from '#test/unit/scanning/inspection/papers.ts';
import {
  aPaper,
  aSheet,
  type BlankKind,
  blankKinds,
  type Die,
  kinds,
  type Sheet,
  type SparseKind,
  sparseKinds,
  withOneLineElse,
} from './draw-sheet.ts';
import { aPass, type Pass, scanSheet } from './scan-sheet.ts';

type Inspector = ReturnType<typeof makeScanInspector>;

export interface Tally {
  hits: number;
  misses: number;
  falseAlarms: number;
  /** Rightly silent. */
  silences: number;
  /** What went wrong, to look at. */
  readonly wrong: string[];
}

export const measured = [
  'blank-page',
  'blurred-page',
  'low-resolution',
  'upside-down-page',
  'damaged-page',
  'duplicate-page',
] as const;
export type Figures = Readonly<Record<(typeof measured)[number], Tally>>;

const emptyTally = (): Tally => ({ hits: 0, misses: 0, falseAlarms: 0, silences: 0, wrong: [] });

const count = (tally: Tally, told: boolean, meant: boolean, what: string): void => {
  if (told && meant) tally.hits += 1;
  else if (told) tally.falseAlarms += 1;
  else if (meant) tally.misses += 1;
  else tally.silences += 1;
  if (told !== meant) tally.wrong.push(`${told ? 'false alarm' : 'miss'}: ${what}`);
};

/** Share of the alarms that were right, and of the faults that were told. */
export const precisionOf = ({ hits, falseAlarms }: Tally): number =>
  hits + falseAlarms === 0 ? 1 : hits / (hits + falseAlarms);
export const recallOf = ({ hits, misses }: Tally): number =>
  hits + misses === 0 ? 1 : hits / (hits + misses);

const describe = (
  { kind }: Sheet,
  { turn, skewDegrees, noise, quality, blur, motion }: Pass,
): string =>
  `${kind}, turned ${turn}°, skew ${skewDegrees.toFixed(1)}°, noise ${noise.toFixed(2)}, quality ${quality}, blur ${blur}, moved ${motion?.length ?? 0} px`;

const ofSinglePages = ['blank-page', 'blurred-page', 'low-resolution', 'upside-down-page'] as const;

const inspectOne = async (inspector: Inspector, picture: Uint8Array) => {
  const result = await inspector.inspect(picture, 'image/jpeg');
  if (!result.ok) throw new Error(result.refusal);
  return result.inspection;
};

/** The findings of single pages: each sheet as it should be, and with the fault. */
interface Dice {
  readonly die: Die;
  /** Of kinds that were added later. */
  readonly added: Die;
}

const singlePages = async (
  inspector: Inspector,
  { die, added }: Dice,
  figures: Figures,
): Promise<void> => {
  const look = async (sheet: Sheet, pass: Pass, fault?: (typeof measured)[number]) => {
    const { findings } = await inspectOne(inspector, await scanSheet(sheet, pass));
    for (const finding of ofSinglePages)
      count(figures[finding], findings.includes(finding), finding === fault, describe(sheet, pass));
  };
  for (const kind of kinds) {
    const sheet = aPaper(die, kind);
    await look(sheet, aPass(die));
    await look(sheet, aPass(die, { blur: 3 + die() * 2 }), 'blurred-page');
    const motion = { length: 9 + 2 * Math.floor(die() * 3), angle: die() * Math.PI };
    await look(sheet, aPass(die, { blur: 0, motion }), 'blurred-page');
    await look(sheet, aPass(die, { blur: 0, dpi: 70 }), 'low-resolution');
    // Of a handful of words nobody says which way up they are.
    if (kind === 'short-note') continue;
    await look(sheet, aPass(die, { turn: 180 }), 'upside-down-page');
    await look(sheet, aPass(die, { turn: 90 }));
  }
  // Dice of their own: what was made before they were added stays as it was, and can be compared.
  const diceOf = (kind: SparseKind | BlankKind): Die =>
    kind === 'fine-lead' || kind === 'punched' ? added : die;
  for (const kind of sparseKinds) await look(aSheet(kind), aPass(diceOf(kind), { blur: 0 }));
  for (const kind of blankKinds) await look(aSheet(kind), aPass(diceOf(kind)), 'blank-page');
};

/** Two pages of one batch: one sheet twice, one but for a line, and another of its kind. */
const pairs = async (inspector: Inspector, die: Die, { 'duplicate-page': tally }: Figures) => {
  const isRepeated = async (pictures: readonly Uint8Array[]): Promise<boolean> => {
    const seen = await Promise.all(
      pictures.map(async (picture, n) => {
        const [mark] = (await inspectOne(inspector, picture)).marks;
        return { page: n + 1, fingerprint: mark?.fingerprint ?? '1x1:0' };
      }),
    );
    const { repeated, similar } = await inspector.findRepeated(seen, async (page) => ({
      bytes: pictures[page - 1] ?? Buffer.alloc(0),
      mediaType: 'image/jpeg',
    }));
    return repeated.length + similar.length > 0;
  };
  for (const kind of kinds) {
    const sheet = aPaper(die, kind);
    const seconds = [
      [sheet, true],
      [withOneLineElse(die, sheet), false],
      [aPaper(die, kind), false],
    ] as const;
    for (const [second, meant] of seconds) {
      const [a, b] = [aPass(die), aPass(die)];
      const pictures = [await scanSheet(sheet, a), await scanSheet(second, b)];
      count(
        tally,
        await isRepeated(pictures),
        meant,
        `${describe(sheet, a)} / ${describe(second, b)}`,
      );
    }
  }
};

/** Codings that were added later. */
const later: ReadonlySet<string> = new Set(['JBIG2', 'JPEG 2000']);

/** A page in each coding that a PDF has for it, whole, and with a piece off its end. */
const damagedPages = async (
  inspector: Inspector,
  { die, added }: Dice,
  { 'damaged-page': tally }: Figures,
): Promise<void> => {
  const scan = sharp(await scanSheet(aPaper(die, 'text'), aPass(die)));
  const codings = {
    JPEG: await jpegIn(scan),
    lossless: await losslessIn(scan),
    G4: await g4Page(scan),
    JBIG2: await jbig2In(scan),
    'JPEG 2000': await jpeg2000In(scan),
  };
  for (const [name, picture] of Object.entries(codings))
    for (const share of [1, 0.9, 0.3 + (later.has(name) ? added : die)() * 0.5]) {
      const data = picture.data.subarray(0, Math.floor(picture.data.length * share));
      const pdf = pageOf([{ matrix: wholePage, ...picture, data }]);
      const result = await inspector.inspect(pdf, 'application/pdf');
      if (!result.ok) throw new Error(result.refusal);
      const isTold = result.inspection.findings.includes('damaged-page:1');
      count(tally, isTold, share < 1, `${name}, ${Math.round(share * 100)} % of it`);
    }
};

/** What the inspection says of generated pages whose faults are known; the same seed gives the same pages. */
export const measureFindings = async (
  inspector: Inspector,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Promise<Figures> => {
  const [die, added] = [mulberry32(seed), mulberry32(seed + 1_000)];
  const figures: Figures = {
    'blank-page': emptyTally(),
    'blurred-page': emptyTally(),
    'low-resolution': emptyTally(),
    'upside-down-page': emptyTally(),
    'damaged-page': emptyTally(),
    'duplicate-page': emptyTally(),
  };
  for (let round = 0; round < rounds; round++) {
    await singlePages(inspector, { die, added }, figures);
    await pairs(inspector, die, figures);
    await damagedPages(inspector, { die, added }, figures);
  }
  return figures;
};
