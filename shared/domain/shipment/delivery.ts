import type { Instant } from '#domain/time/instant.ts';
import type { Collection, CourierEvent, CourierEventKind } from './courier-event.ts';
import { eventSet } from './event-set.ts';
import { betterProof, isProven, type ProofOfDelivery } from './proof.ts';
import type { TakeBackLine } from './take-back.ts';

export const deliveryStates = [
  'label-made',
  'in-transit',
  'out-for-delivery',
  'attempt-failed',
  'delivered',
  'returning',
  'returned-to-sender',
  'lost',
] as const;

export type DeliveryState = (typeof deliveryStates)[number];

export interface Delivery {
  readonly state: DeliveryState;
  /** Failed attempts at the citizen's door. */
  readonly attempts: number;
  readonly deliveredAt?: Instant;
  readonly proof?: ProofOfDelivery;
  readonly collected?: Collection;
  readonly takeBack?: readonly TakeBackLine[];
  /** At the post office since then, for a citizen who was not met. */
  readonly heldSince?: Instant;
  /** The first step of the way back. */
  readonly wayBackSince?: Instant;
  readonly returnedAt?: Instant;
  /** What a person should look at, sorted; never a reason to guess. */
  readonly anomalies: readonly Anomaly[];
}

export type Anomaly =
  | 'contradictory-event'
  | 'damaged'
  | 'delivered-after-return'
  | 'delivered-in-return'
  | 'delivered-without-proof'
  | 'end-disputed'
  | 'event-after-delivery'
  | 'event-after-return'
  | 'event-before-posting'
  | 'found-after-loss'
  | 'no-posting'
  | 'told-out-of-life'
  | 'unknown-code';

/** What is known after some of the events. */
interface Progress extends Omit<Delivery, 'attempts'> {
  readonly attemptedAt: readonly Instant[];
}

const start: Progress = { state: 'label-made', attemptedAt: [], anomalies: [] };

/**
 * The state that a set of carrier events adds up to. It depends on the set alone: late, repeated and
 * reordered messages converge. Delivered on the way back is delivered to the sender, not to the
 * citizen, however many stops the way back has.
 */
export const deliveryState = (messages: readonly CourierEvent[]): Delivery => {
  const { attemptedAt, ...progress } = progressOf(messages);
  return {
    ...progress,
    attempts: attemptedAt.length,
    anomalies: [...new Set(progress.anomalies)].sort(),
  };
};

/** When the postman stood before a closed door (for `attemptPlan`). */
export const failedAttempts = (messages: readonly CourierEvent[]): readonly Instant[] =>
  progressOf(messages).attemptedAt;

const progressOf = (messages: readonly CourierEvent[]): Progress => {
  const { events, isContradictory, outOfLife, undoing } = eventSet(messages);
  const progress = events.reduce(advance, start);
  const anomalies = [
    ...progress.anomalies,
    ...(isUnproven(progress) ? (['delivered-without-proof'] as const) : []),
    ...(outOfLife.length > 0 ? (['told-out-of-life'] as const) : []),
    ...(undoing.length > 0 ? (['end-disputed'] as const) : []),
    ...(isContradictory ? (['contradictory-event'] as const) : []),
    ...postingAnomalies(events),
  ];
  return { ...progress, anomalies };
};

const isUnproven = ({ state, proof }: Progress): boolean =>
  state === 'delivered' && !isProven(proof);

const postingAnomalies = (events: readonly CourierEvent[]): readonly Anomaly[] => {
  const moved = events.filter(({ kind }) => kind !== 'announced' && kind !== 'unknown');
  const [posted] = moved;
  if (!posted) return [];
  if (posted.kind !== 'posted') return ['no-posting'];
  return moved.some(({ occurredAt }) => occurredAt < posted.occurredAt)
    ? ['event-before-posting']
    : [];
};

const advance = (before: Progress, event: CourierEvent): Progress => {
  if (event.kind === 'unknown') return noting(before, 'unknown-code');
  if (before.state === 'delivered') return afterDelivery(before, event);
  if (before.state === 'returned-to-sender') return afterReturn(before, event);
  const found = before.state === 'lost' && event.kind !== 'lost';
  const known = found ? noting(before, 'found-after-loss') : before;
  // There is no way out again under the same waybill.
  return known.wayBackSince === undefined ? onWayOut(known, event) : onWayBack(known, event);
};

/** Told twice, by scan and by paper, is not strange: the first moment and the better proof stand. */
const afterDelivery = (before: Progress, event: CourierEvent): Progress => {
  if (event.kind !== 'delivered') return noting(before, 'event-after-delivery');
  const proof = betterProof(before.proof, event.proof);
  const collected = before.collected ?? event.collected;
  const takeBack = before.takeBack ?? event.takeBack;
  return {
    ...before,
    ...(proof && { proof }),
    ...(collected && { collected }),
    ...(takeBack && { takeBack }),
  };
};

const afterReturn = (before: Progress, { kind }: CourierEvent): Progress => {
  if (kind === 'returned-to-sender') return before;
  return noting(before, kind === 'delivered' ? 'delivered-after-return' : 'event-after-return');
};

const onWayBack = (before: Progress, { kind, occurredAt }: CourierEvent): Progress => {
  switch (kind) {
    case 'delivered':
      return noting(returned(before, occurredAt), 'delivered-in-return');
    case 'returned-to-sender':
      return returned(before, occurredAt);
    case 'lost':
      return { ...before, state: kind };
    case 'damaged':
      return noting(before, 'damaged');
    default:
      return { ...before, state: 'returning' };
  }
};

const returned = (before: Progress, returnedAt: Instant): Progress => ({
  ...before,
  state: 'returned-to-sender',
  returnedAt,
});

const onWayOut = (before: Progress, event: CourierEvent): Progress => {
  const { kind, occurredAt } = event;
  switch (kind) {
    case 'delivered':
      return handedOver(before, event);
    case 'attempt-failed':
      return { ...before, state: kind, attemptedAt: [...before.attemptedAt, occurredAt] };
    case 'damaged':
      return noting(before, 'damaged');
    default:
      return { ...before, ...stepOut(before.state, kind, occurredAt) };
  }
};

const handedOver = (
  before: Progress,
  { occurredAt, proof, collected, takeBack }: CourierEvent,
): Progress => ({
  ...before,
  state: 'delivered',
  deliveredAt: occurredAt,
  ...(proof && { proof }),
  ...(collected && { collected }),
  ...(takeBack && { takeBack }),
});

type StepOut = Exclude<CourierEventKind, 'delivered' | 'attempt-failed' | 'damaged'>;

const stepOut = (state: DeliveryState, kind: StepOut, at: Instant): Partial<Progress> => {
  switch (kind) {
    case 'announced':
    case 'unknown':
      return {};
    case 'held':
      // Kept at the post office for a citizen who was not at home: that is still what to tell.
      return state === 'attempt-failed' ? { heldSince: at } : { state: 'in-transit' };
    case 'returning':
      return { state: kind, wayBackSince: at };
    case 'returned-to-sender':
      return { state: kind, wayBackSince: at, returnedAt: at };
    case 'out-for-delivery':
    case 'lost':
      return { state: kind };
    case 'posted':
    case 'departed':
    case 'arrived':
      return { state: 'in-transit' };
  }
};

const noting = (progress: Progress, anomaly: Anomaly): Progress => ({
  ...progress,
  anomalies: [...progress.anomalies, anomaly],
});
