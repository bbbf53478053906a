import type { FactType } from './dossier-event.ts';

/** Facts that other services act on; the rest is audit only. `events/` holds their published shape. */
export const publishedFacts = [
  'slip-issued',
  'papers-missed',
  'dossier-accepted',
  'dossier-acknowledged',
  'supplement-requested',
  'supplement-received',
  'payment-requested',
  'payment-received',
  'payment-confirmed',
  'payment-cancelled',
  'citizen-reminded',
  'reception-refused',
  'withdrawal-requested',
  'withdrawal-granted',
  'dossier-stopped',
  'dossier-resumed',
  'clock-resumed',
  'deadline-extended',
  'deadline-prolonged',
  'late-answer-admitted',
  'dossier-transferred',
  'deadline-reannounced',
  'dossier-decided',
  'result-dispatched',
  'result-delivered',
  'contact-corrected',
  'result-held',
  'result-returned-to-agency',
  'result-picked-up',
  'papers-dispatched',
  'papers-delivered',
  'papers-held',
  'papers-came-back',
  'papers-picked-up',
  'applicant-corrected',
  'correction-answered',
  'parcel-lost',
] as const satisfies readonly FactType[];

export type PublishedFact = (typeof publishedFacts)[number];

export const isPublished = (type: string): type is PublishedFact =>
  (publishedFacts as readonly string[]).includes(type);
