import { stateOf } from '#domain/dossier/assignments.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { record } from '#domain/dossier/record.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { dossierId, historyUntil, monday9 } from '../dossiers.ts';
import { commands } from './commands.ts';

export interface State {
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
}

export type Edge = {
  readonly command: string;
  readonly run: (dossier: Dossier) => Decision;
  readonly before: Dossier;
} & ({ readonly after: readonly Dossier[] } | { readonly refusal: { readonly code: string } });

/** The national statuses that may follow each other (domain §1.5; derived, not published). */
export const lawfulSuccessors: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  registered: [
    'accepted',
    'not-accepted',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
  ],
  accepted: [
    'in-progress',
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'decided',
  ],
  'not-accepted': [],
  'in-progress': [
    'supplement-requested',
    'payment-requested',
    'withdrawal-requested',
    'stopped',
    'decided',
  ],
  'supplement-requested': [
    'registered',
    'accepted',
    'in-progress',
    'not-accepted',
    'stopped',
    'withdrawal-requested',
  ],
  'payment-requested': ['accepted', 'in-progress', 'decided', 'stopped', 'withdrawal-requested'],
  'withdrawal-requested': ['stopped'],
  // What was stopped because nobody answered is taken up again where it waited (ADR 040).
  stopped: ['in-progress', 'supplement-requested', 'payment-requested'],
  decided: ['returned'],
  // Published as terminal; late news of the carrier may show that the parcel went back after all.
  returned: ['decided'],
};

/** What tells two states apart for the commands; texts, times and repetitions do not. */
const keyOf = (d: Dossier): string =>
  JSON.stringify([
    d.status,
    d.intakeMode,
    d.department?.agency,
    d.department?.inbox,
    d.department?.lease !== undefined,
    d.department?.acknowledgedAt !== undefined,
    [
      ...new Set(
        d.scans.map(({ purpose, state, component = '' }) => `${purpose}${state}${component}`),
      ),
    ].sort(),
    d.slip !== undefined,
    d.supplements.length > 0,
    d.supplements.at(-1)?.receivedAt !== undefined,
    d.payments && isSet(d.payments.at(-1)?.end),
    d.ending?.why,
    d.proposal !== undefined,
    d.assignments.slice(-1).map(stateOf),
    d.delivery &&
      [d.delivery.deliveredAt, d.delivery.returnedAt, d.delivery.heldAt, d.delivery.backTo].map(
        isSet,
      ),
    d.pickUp !== undefined,
    [...new Set(d.custody.map(({ holder }) => holder.kind))].sort(),
  ]);

/** Who has the dossier until it is sent on. */
const firstAgency = 'ct-nnmt';

const isSet = (value: unknown): boolean => value !== undefined;

const system = { kind: 'system', id: 'test' } as const;
const by = { actor: system, now: monday9 };

/** A dossier of either way of intake, just registered. */
const beginnings = (): readonly (readonly DossierEvent[])[] => {
  const [first] = historyUntil('registered').events;
  if (first?.fact.type !== 'dossier-registered') throw new Error('no beginning');
  const { fact } = first;
  return (['onestop', 'agent'] as const).map(
    (intakeMode) => record(undefined, dossierId, [{ ...fact, intakeMode }], by).events,
  );
};

const stateOfHistory = (events: readonly DossierEvent[]): State => {
  let dossier: Dossier | undefined;
  for (const event of events) dossier = evolve(dossier, event);
  if (!dossier) throw new Error('no history');
  return { dossier, events };
};

/**
 * A repetition of one kind of detour leads nowhere new, and would go on for ever; any two kinds are
 * tried together, in every order. Three at once multiply the states and have no rule of their own.
 */
const isWorthFollowing = (dossier: Dossier): boolean => {
  const { supplements, assignments, scans, warnings = [], stops = [] } = dossier;
  const { earlierDeliveries = [], payments = [], department, delivery } = dossier;
  const moves = department && department.agency !== firstAgency ? [department.agency] : [];
  // Papers go home by themselves only from where the case ended: with a stop it is one detour.
  const ends = delivery?.backTo && stops.length === 0 ? [delivery] : stops;
  const detours = [
    supplements,
    payments,
    assignments,
    warnings,
    ends,
    earlierDeliveries,
    moves,
  ].map(({ length }) => length);
  const together = detours.reduce((sum, length) => sum + length, 0);
  const isNew = detours.every((length) => length <= 1) && together <= 2;
  return isNew && new Set(scans.map(({ id }) => id)).size === scans.length;
};

const edgeOf = (state: State, command: string, run: Edge['run']): [Edge, State | undefined] => {
  const { dossier, events } = state;
  const decision = run(dossier);
  if (!decision.ok)
    return [{ command, run, before: dossier, refusal: decision.refusal }, undefined];
  if (decision.value.length === 0) return [{ command, run, before: dossier, after: [] }, undefined];
  const change = record(dossier, dossier.id, decision.value, by);
  const after: Dossier[] = [];
  let last = dossier;
  for (const event of change.events) {
    last = evolve(last, event);
    after.push(last);
  }
  return [
    { command, run, before: dossier, after },
    { dossier: last, events: [...events, ...change.events] },
  ];
};

/** All states that the commands can reach, and what each command does in each of them. */
export const explored = () => {
  const states: State[] = [];
  const edges: Edge[] = [];
  const seen = new Set<string>();
  const waiting = beginnings().map(stateOfHistory);
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    const key = keyOf(state.dossier);
    if (seen.has(key)) continue;
    seen.add(key);
    states.push(state);
    for (const [command, run] of Object.entries(commands)) {
      const [edge, next] = edgeOf(state, command, run);
      edges.push(edge);
      if (next && isWorthFollowing(next.dossier)) waiting.push(next);
    }
  }
  return { states, edges };
};
