import type { Instant } from '#domain/time/instant.ts';
import type { CourierEvent, CourierEventKind, ProofOfDelivery } from './courier-event.ts';
import { eventSet } from './event-set.ts';

export type DeliveryState =
  | 'label-made'
  | 'in-transit'
  | 'out-for-delivery'
  | 'attempt-failed'
  | 'delivered'
  | 'returning'
  | 'returned-to-sender'
  | 'lost';

export interface Delivery {
  readonly state: DeliveryState;
  /** Failed attempts at the citizen's door. */
  readonly attempts: number;
  readonly deliveredAt?: Instant;
  readonly proof?: ProofOfDelivery;
  /** What a person should look at, sorted; never a reason to guess. */
  readonly anomalies: readonly Anomaly[];
}

type Anomaly =
  | 'contradictory-event'
  | 'damaged'
  | 'delivered-after-return'
  | 'delivered-in-return'
  | 'delivered-without-proof'
  | 'event-after-delivery'
  | 'event-after-return'
  | 'event-before-posting'
  | 'found-after-loss'
  | 'no-posting'
  | 'unknown-code';

/** What is known after some of the events. */
interface Progress {
  readonly state: DeliveryState;
  /** True from the first step of the way back: there is no way out again under the same waybill. */
  readonly isOnWayBack: boolean;
  readonly attemptedAt: readonly Instant[];
  readonly deliveredAt?: Instant;
  readonly proof?: ProofOfDelivery;
  readonly anomalies: readonly Anomaly[];
}

const start: Progress = {
  state: 'label-made',
  isOnWayBack: false,
  attemptedAt: [],
  anomalies: [],
};

/**
 * The state that a set of carrier events adds up to. It depends on the set alone: late, repeated and
 * reordered messages converge. Delivered on the way back is delivered to the sender, not to the
 * citizen, however many stops the way back has.
 */
export const deliveryState = (messages: readonly CourierEvent[]): Delivery => {
  const { attemptedAt, isOnWayBack: _, ...progress } = progressOf(messages);
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
  const { events, isContradictory } = eventSet(messages);
  const progress = events.reduce(advance, start);
  const anomalies = [
    ...progress.anomalies,
    ...(isUnproven(progress) ? (['delivered-without-proof'] as const) : []),
    ...(isContradictory ? (['contradictory-event'] as const) : []),
    ...postingAnomalies(events),
  ];
  return { ...progress, anomalies };
};

const isUnproven = ({ state, proof }: Progress): boolean => state === 'delivered' && !proof;

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
  return known.isOnWayBack ? onWayBack(known, event) : onWayOut(known, event);
};

/** Told twice, by scan and by paper, is not strange; the first moment and the first proof stand. */
const afterDelivery = (before: Progress, { kind, proof }: CourierEvent): Progress => {
  if (kind !== 'delivered') return noting(before, 'event-after-delivery');
  return before.proof || !proof ? before : { ...before, proof };
};

const afterReturn = (before: Progress, { kind }: CourierEvent): Progress => {
  if (kind === 'returned-to-sender') return before;
  return noting(before, kind === 'delivered' ? 'delivered-after-return' : 'event-after-return');
};

const onWayBack = (before: Progress, { kind }: CourierEvent): Progress => {
  switch (kind) {
    case 'delivered':
      return noting({ ...before, state: 'returned-to-sender' }, 'delivered-in-return');
    case 'returned-to-sender':
    case 'lost':
      return { ...before, state: kind };
    case 'damaged':
      return noting(before, 'damaged');
    default:
      return { ...before, state: 'returning' };
  }
};

const onWayOut = (before: Progress, { kind, occurredAt, proof }: CourierEvent): Progress => {
  switch (kind) {
    case 'delivered':
      return { ...before, state: 'delivered', deliveredAt: occurredAt, ...(proof && { proof }) };
    case 'attempt-failed':
      return { ...before, state: kind, attemptedAt: [...before.attemptedAt, occurredAt] };
    case 'damaged':
      return noting(before, 'damaged');
    default:
      return { ...before, ...stepOut(before.state, kind) };
  }
};

type StepOut = Exclude<CourierEventKind, 'delivered' | 'attempt-failed' | 'damaged'>;

const stepOut = (state: DeliveryState, kind: StepOut): Partial<Progress> => {
  switch (kind) {
    case 'announced':
    case 'unknown':
      return {};
    case 'held':
      // Kept at the post office for a citizen who was not at home: that is still what to tell.
      return { state: state === 'attempt-failed' ? state : 'in-transit' };
    case 'returning':
    case 'returned-to-sender':
      return { state: kind, isOnWayBack: true };
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
