import { lacking } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Verdict } from '#domain/handover/pouch.ts';
import type { Sent } from '../api/ask.ts';
import type { Pouch } from '../api/packing.ts';

/** A line as it was counted so far. */
export interface LineCount {
  readonly verdict?: Verdict;
  readonly isLeft?: boolean;
  readonly remark?: string;
  /** Copies by paper, where they are not those of the list. */
  readonly copies?: Readonly<Record<string, string>>;
}

/** What was counted so far: kept in the tab, so that a reload loses nothing. */
export interface CountDraft {
  readonly isSealIntact?: boolean;
  /** By dossier or order. */
  readonly lines: Readonly<Record<string, LineCount>>;
  readonly strays: readonly string[];
}

export const nothingCounted: CountDraft = { lines: {}, strays: [] };

/** A line of the manifest, dossier or order. */
export interface Listed {
  readonly id: string;
  readonly number: string;
  /** Of a dossier; an order's go together. */
  readonly papers?: Pouch['lines'][number]['papers'];
}

export const listedIn = ({ lines, orders }: Pouch): readonly Listed[] => [
  ...lines.map(({ dossierId: id, number, papers }) => ({ id, number, papers })),
  ...orders.map(({ returnOrderId: id, number }) => ({ id, number })),
];

export const paperKey = ({ id, copyKind }: Pick<Paper, 'id' | 'copyKind'>): string =>
  `${id} ${copyKind}`;

const copiesOf = ({ copies = {} }: LineCount, paper: Paper): number => {
  const typed = Number.parseInt(copies[paperKey(paper)] ?? '', 10);
  return Number.isNaN(typed) ? paper.count : typed;
};

const bare = ({ id, copyKind, count }: Paper): Paper => ({ id, copyKind, count });

/** Of the listed papers what was there, and what was there beyond the list. */
const sheetsOf = (line: LineCount, papers: readonly Paper[]) => {
  const there = papers
    .map((paper) => ({ ...bare(paper), count: copiesOf(line, paper) }))
    .filter(({ count }) => count > 0);
  const listed = papers.map(bare);
  const extra = lacking(listed, there);
  return { found: lacking(extra, there), extra, lost: lacking(there, listed) };
};

/** What the count of copies says by itself: where one is missing, the line is. */
export const verdictOf = (line: LineCount, { papers = [] }: Listed): Verdict | undefined => {
  const isShort = sheetsOf(line, papers).lost.length > 0;
  if (isShort) return line.verdict && 'missing';
  return line.verdict;
};

/** Papers that belong elsewhere are not taken in; what is not there cannot be sent back. */
export const isLeftBehind = (line: LineCount, listed: Listed): boolean => {
  const verdict = verdictOf(line, listed);
  if (verdict === 'wrong-department') return true;
  return line.isLeft === true && (verdict === 'damaged' || verdict === 'broken-seal');
};

export const differsFromList = (line: LineCount, listed: Listed): boolean => {
  const verdict = verdictOf(line, listed);
  const { extra } = sheetsOf(line, listed.papers ?? []);
  return (verdict !== undefined && verdict !== 'complete') || extra.length > 0;
};

/** A line that is called missing lacks something: until it is said what, it is not counted. */
const isUndecided = (line: LineCount, listed: Listed): boolean => {
  const verdict = verdictOf(line, listed);
  if (verdict === undefined) return true;
  const { papers } = listed;
  return verdict === 'missing' && papers !== undefined && sheetsOf(line, papers).lost.length === 0;
};

const lineIn = ({ lines }: CountDraft, { id }: Listed): LineCount => lines[id] ?? {};

/** What is not counted yet, and what differs without a word. */
export const leftIn = (draft: CountDraft, pouch: Pouch) => {
  const listed = listedIn(pouch);
  return {
    uncounted: listed.filter((line) => isUndecided(lineIn(draft, line), line)).length,
    wordless: listed.filter((line) => {
      const counted = lineIn(draft, line);
      return differsFromList(counted, line) && (counted.remark ?? '').trim() === '';
    }).length,
  };
};

export const withLine = (draft: CountDraft, id: string, change: LineCount): CountDraft => ({
  ...draft,
  lines: { ...draft.lines, [id]: { ...draft.lines[id], ...change } },
});

const remarkIn = ({ remark = '' }: LineCount) =>
  remark.trim() === '' ? {} : { remark: remark.trim() };

/** The count as it is sent; undefined until every line has its verdict and the seal was looked at. */
export const countOf = (
  { isSealIntact, ...draft }: CountDraft,
  pouch: Pouch,
): Sent<'POST /v1/pouches/{pouchId}/count'> | undefined => {
  if (isSealIntact === undefined || leftIn(draft, pouch).uncounted > 0) return undefined;
  const isDossier = new Set(pouch.lines.map(({ dossierId }) => dossierId));
  const counted = listedIn(pouch).flatMap((listed) => {
    const line = lineIn(draft, listed);
    const verdict = verdictOf(line, listed);
    const { found, extra } = sheetsOf(line, listed.papers ?? []);
    const isTaken = !isLeftBehind(line, listed);
    return verdict ? [{ id: listed.id, found, extra, verdict, isTaken, ...remarkIn(line) }] : [];
  });
  return {
    isSealIntact,
    lines: counted
      .filter(({ id }) => isDossier.has(id))
      .map(({ id: dossierId, found, extra, ...rest }) => ({
        ...rest,
        dossierId,
        found: [...found],
        extra: [...extra],
      })),
    orders: counted
      .filter(({ id }) => !isDossier.has(id))
      .map(({ id: returnOrderId, found: _, extra: __, ...rest }) => ({ ...rest, returnOrderId })),
    strays: [...draft.strays],
  };
};
