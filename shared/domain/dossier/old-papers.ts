import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type Holder, lacking, shared } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Expected, TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFact } from './dossier-event.ts';

/** Giấy tờ cũ: originals that a positive result replaces (TT 17/2017: thu hồi giấy tờ). */
const replacedBy = ({ result, components }: Procedure): readonly Paper[] =>
  (result.oldPapers ?? []).map((id) => ({
    id,
    copyKind: 'original',
    count: components.find((component) => component.id === id)?.count ?? 1,
  }));

/** Of these, what nobody but the citizen can have: never handed in, nor declared lost. */
export const withCitizen = (dossier: Dossier, oldPapers: readonly Paper[]): readonly Paper[] => {
  const elsewhere = dossier.custody.filter(({ holder }) => holder.kind !== 'citizen');
  return lacking([...elsewhere, ...(dossier.oldPapers?.lost ?? [])], oldPapers);
};

/** What the citizen gives back against the result. A refused citizen keeps what the old papers say. */
export const oldPapersDue = (dossier: Dossier, procedure: Procedure): readonly Paper[] =>
  dossier.decision?.outcome === 'approved' ? withCitizen(dossier, replacedBy(procedure)) : [];

export const asExpected = (papers: readonly Paper[]): Expected =>
  papers.map(({ id, count }) => ({ paper: id, count }));

/** The parcel whose news it is; at the counter there is none. */
interface Report {
  readonly lines: readonly TakeBackLine[] | undefined;
  readonly to: Holder;
  readonly shipment?: ShipmentId;
}

/**
 * What a report at the hand-over means: taken papers enter custody, lost ones are never waited for,
 * and whatever else was due is outstanding, said or not.
 */
export const reportOldPapers = (
  due: readonly Paper[],
  { lines = [], to, shipment }: Report,
): readonly DossierFact[] => {
  if (due.length === 0) return [];
  const taken = shared(due, papersOf(lines, 'taken'));
  const lost = shared(lacking(taken, due), papersOf(lines, 'lost-declared'));
  const outstanding = lacking([...taken, ...lost], due);
  const source = shipment && { shipment };
  return [{ type: 'old-papers-reported', to, taken, lost, outstanding, ...source }];
};

const papersOf = (
  lines: readonly TakeBackLine[],
  outcome: TakeBackLine['outcome'],
): readonly Paper[] =>
  lines
    .filter((line) => line.outcome === outcome)
    .map(({ paper, count }) => ({ id: paper, copyKind: 'original', count }));

const post: readonly Holder['kind'][] = ['office', 'courier', 'carrier'];

/** Taken from the citizen, and not signed for by the agency yet. */
export const oldPapersWithPost = ({ oldPapers, custody }: Dossier): readonly Paper[] =>
  shared(
    oldPapers?.taken ?? [],
    custody.filter(({ holder }) => post.includes(holder.kind)),
  );

/** Still to come from the citizen. Where the result went back after all, nothing is. */
export const oldPapersOutstanding = ({ oldPapers, status }: Dossier): readonly Paper[] =>
  status === 'returned' ? (oldPapers?.outstanding ?? []) : [];
