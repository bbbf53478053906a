import type { Instant } from '#domain/time/instant.ts';
import type { DossierEvent, FactType } from './dossier-event.ts';

/** Where the case stands, as the citizen is told it (TT 01/2018 art. 16, since replaced by TT 03/2025: down to the room). */
export type Stage =
  | 'at-counter'
  | 'with-post'
  | 'on-its-way'
  | 'waiting'
  | 'working'
  | 'with-citizen'
  | 'unpaid'
  | 'decided'
  | 'dispatched'
  | 'returned'
  | 'papers-sent'
  | 'papers-returned';

export interface Milestone {
  readonly stage: Stage;
  readonly since: Instant;
}

/** Facts that are not here (scans, leases) move nothing for the citizen. */
const stages: Readonly<Partial<Record<FactType, Stage>>> = {
  'dossier-registered': 'at-counter',
  'slip-issued': 'with-post',
  'dossier-accepted': 'on-its-way',
  'department-reached': 'waiting',
  'dossier-acknowledged': 'working',
  'supplement-requested': 'with-citizen',
  'supplement-received': 'waiting',
  'payment-requested': 'unpaid',
  'payment-received': 'waiting',
  'payment-confirmed': 'waiting',
  'payment-cancelled': 'waiting',
  'dossier-decided': 'decided',
  'result-dispatched': 'dispatched',
  'result-delivered': 'returned',
  'papers-dispatched': 'papers-sent',
  'papers-delivered': 'papers-returned',
  'papers-picked-up': 'papers-returned',
};

/** The way so far; the last one is where the case stands now. */
export const milestones = (events: readonly DossierEvent[]): readonly Milestone[] =>
  events.flatMap(({ fact, effectiveAt }) => {
    const stage = stages[fact.type];
    return stage ? [{ stage, since: effectiveAt }] : [];
  });

export interface Appointment {
  readonly dueAt: Instant;
  readonly setAt: Instant;
}

/** Every date that the citizen was given; the last one counts. */
export const appointments = (events: readonly DossierEvent[]): readonly Appointment[] =>
  events.flatMap(({ fact, effectiveAt }) =>
    'dueAt' in fact && fact.dueAt !== undefined ? [{ dueAt: fact.dueAt, setAt: effectiveAt }] : [],
  );
