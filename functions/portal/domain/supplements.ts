import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Hồ sơ bổ sung: one request for papers, and what it did to the appointment. */
export interface NationalSupplement {
  /** The agency: the history knows who asked by a number, not by name. */
  readonly requestedBy: string;
  readonly what: string;
  readonly requestedAt: Instant;
  readonly receivedAt?: Instant;
  readonly dueBefore?: Instant;
  readonly dueAfter?: Instant;
}

/** Facts that say the citizen's date anew; those of other agencies' tasks are not the dossier's. */
const dated = [
  'dossier-accepted',
  'supplement-received',
  'dossier-resumed',
  'clock-resumed',
  'payment-received',
  'payment-confirmed',
  'payment-cancelled',
  'deadline-extended',
  'deadline-prolonged',
  'deadline-reannounced',
] as const satisfies readonly DossierFact['type'][];

/** The appointment after a fact, which may leave it as it was. */
export const dueAfter = (fact: DossierFact, before: Instant | undefined): Instant | undefined =>
  (dated as readonly string[]).includes(fact.type) && 'dueAt' in fact && fact.dueAt !== undefined
    ? fact.dueAt
    : before;

/** Every request for papers in the history, the oldest first. */
export const supplementsOf = (
  events: readonly DossierEvent[],
  agency: string,
): readonly NationalSupplement[] => {
  const found: NationalSupplement[] = [];
  let due: Instant | undefined;
  for (const { fact, recordedAt } of events) {
    const after = dueAfter(fact, due);
    if (fact.type === 'supplement-requested')
      found.push({
        requestedBy: agency,
        what: fact.reason,
        requestedAt: fact.requestedAt,
        ...(due !== undefined && { dueBefore: due }),
      });
    const open = found.at(-1);
    if (fact.type === 'supplement-received' && open)
      found.splice(-1, 1, {
        ...open,
        receivedAt: recordedAt,
        ...(after !== undefined && { dueAfter: after }),
      });
    due = after;
  }
  return found;
};
