import { type CoverSheet, parseCoverSheet } from './cover-sheet.ts';
import type { BatchPage, ScanPart } from './scan.ts';

interface SheetedPart extends ScanPart {
  /** The cover sheet's own page; the papers are the pages behind it, none when `to < from`. */
  readonly sheet: number;
  readonly announced: number;
  readonly blanks: number;
}

/** Where every page of a batch belongs, by its number from 1: each in exactly one place. */
export interface Separation {
  /** In the order of the batch; a component may come twice. */
  readonly parts: readonly SheetedPart[];
  /** Before the first cover sheet. */
  readonly strays: readonly number[];
  /** Another dossier's sheet, or one that names two things, and what lies behind it. */
  readonly foreign: readonly number[];
  /** A sheet of this dossier for a component that it does not have, and what lies behind it. */
  readonly unknown: readonly number[];
  /** A page whose picture could not be taken may be a sheet, so what lies behind it is open too. */
  readonly uncertain: readonly number[];
}

interface Expected {
  readonly dossierId: string;
  readonly components: readonly string[];
}

type Place = 'strays' | 'foreign' | 'unknown' | 'uncertain' | SheetedPart;

/** Separates a batch by its cover sheets (tờ phân trang); decides nothing yet. */
export const separate = (pages: readonly BatchPage[], expected: Expected): Separation => {
  const found = {
    parts: [] as SheetedPart[],
    strays: [] as number[],
    foreign: [] as number[],
    unknown: [] as number[],
    uncertain: [] as number[],
  };
  let place: Place = 'strays';
  pages.forEach((page, index) => {
    const number = index + 1;
    const begun = page.inspected ? sheetOn(page, number, expected) : 'uncertain';
    place = begun ?? place;
    if (typeof begun === 'object') found.parts.push(begun);
    else if (typeof place === 'string') found[place].push(number);
    else place = lengthened(found.parts, place, page, number);
  });
  return found;
};

/** What begins with this page; undefined when it is no cover sheet. */
const sheetOn = (
  { codes }: BatchPage,
  page: number,
  { dossierId, components }: Expected,
): Exclude<Place, 'strays' | 'uncertain'> | undefined => {
  const [code, ...others] = codes;
  if (code === undefined) return undefined;
  const sheet = others.length === 0 ? parseCoverSheet(code) : undefined;
  if (sheet?.dossierId !== dossierId) return 'foreign';
  return components.includes(sheet.component) ? opened(sheet, page) : 'unknown';
};

const opened = ({ component, pages }: CoverSheet, sheet: number): SheetedPart => ({
  component,
  sheet,
  announced: pages,
  from: sheet + 1,
  to: sheet,
  blanks: 0,
});

/** The last part with one page more. */
const lengthened = (
  parts: SheetedPart[],
  last: SheetedPart,
  { blank }: BatchPage,
  page: number,
): Place => {
  const longer = { ...last, to: page, blanks: last.blanks + (blank ? 1 : 0) };
  parts.splice(-1, 1, longer);
  return longer;
};

export type BatchVerdict =
  | { readonly ok: true; readonly parts: readonly ScanPart[] }
  | { readonly ok: false; readonly why: string };

/**
 * Files a batch whole or not at all. Whoever stands at the counter scans again in a minute; a paper
 * filed under the wrong component, or in another citizen's dossier, is found weeks later. A wrong
 * count weighs as much: where a sheet's code was not read, its papers lie behind the one before, and
 * only the count shows it. Blank backs of a duplex scan may be counted or not.
 */
export const judgeBatch = (separation: Separation): BatchVerdict => {
  const { parts, strays, foreign, unknown, uncertain } = separation;
  const faults = [
    ...strays.map((page) => `stray-page:${page}`),
    ...foreign.map((page) => `foreign-page:${page}`),
    ...unknown.map((page) => `unknown-component-page:${page}`),
    ...uncertain.map((page) => `uncertain-page:${page}`),
    ...parts.flatMap((part) => miscount(part)),
    ...(parts.length === 0 ? ['no-cover-sheet'] : []),
  ];
  return faults.length > 0
    ? { ok: false, why: faults.join(' ') }
    : { ok: true, parts: parts.map(({ component, from, to }) => ({ component, from, to })) };
};

/**
 * Parts whose count agrees only when blank pages are left out: backs of a duplex scan, or a sheet that went
 * missing together with a page. `blank-pages-uncounted:<the sheet's page>:<announced>/<found>`
 */
export const uncountedBlanks = ({ parts }: Separation): readonly string[] =>
  parts.flatMap(({ sheet, announced, from, to, blanks }) => {
    const found = to - from + 1;
    const isOnlyWithout = announced !== found && announced === found - blanks;
    return isOnlyWithout ? [`blank-pages-uncounted:${sheet}:${announced}/${found}`] : [];
  });

/** `sheet-count-mismatch:<the sheet's page>:<announced>/<found>` */
const miscount = ({ sheet, announced, from, to, blanks }: SheetedPart): readonly string[] => {
  const found = to - from + 1;
  const agrees = announced === found || announced === found - blanks;
  return agrees ? [] : [`sheet-count-mismatch:${sheet}:${announced}/${found}`];
};
