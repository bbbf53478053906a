import type { Instant } from '#domain/time/instant.ts';
import type { CourierEvent, CourierEventKind, ProofOfDelivery } from './courier-event.ts';

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
  /** What a person should look at; never a reason to guess. */
  readonly anomalies: readonly Anomaly[];
}

export type Anomaly = 'unknown-code' | 'delivered-in-return' | 'event-after-delivery' | 'no-posting';

/** Two events of one moment: the one further along the way comes later. */
const rank: Readonly<Record<CourierEventKind, number>> = {
  unknown: 0,
  posted: 1,
  departed: 2,
  arrived: 3,
  held: 4,
  'out-for-delivery': 5,
  'attempt-failed': 6,
  damaged: 7,
  returning: 8,
  delivered: 9,
  'returned-to-sender': 10,
  lost: 11,
};

const byTime = (a: CourierEvent, b: CourierEvent): number =>
  a.occurredAt - b.occurredAt || rank[a.kind] - rank[b.kind] || (a.id < b.id ? -1 : 1);

const start: Delivery = { state: 'label-made', attempts: 0, anomalies: [] };

/**
 * The state that a set of carrier events adds up to. It depends on the set alone: late, repeated and
 * reordered messages converge. Delivered on the way back is delivered to the sender, not to the
 * citizen.
 */
export const deliveryState = (events: readonly CourierEvent[]): Delivery => {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()].sort(byTime);
  const delivery = distinct.reduce(advance, start);
  const wasPosted = distinct.some(({ kind }) => kind === 'posted');
  return distinct.length > 0 && !wasPosted ? withAnomaly(delivery, 'no-posting') : delivery;
};

const advance = (before: Delivery, event: CourierEvent): Delivery => {
  if (isFinal(before.state)) return withAnomaly(before, 'event-after-delivery');
  if (event.kind === 'unknown') return withAnomaly(before, 'unknown-code');
  if (event.kind === 'delivered') return delivered(before, event);
  const attempts = before.attempts + (event.kind === 'attempt-failed' ? 1 : 0);
  return { ...before, attempts, state: nextState(before.state, event.kind) };
};

const isFinal = (state: DeliveryState): boolean =>
  state === 'delivered' || state === 'returned-to-sender';

const delivered = (before: Delivery, { occurredAt, proof }: CourierEvent): Delivery =>
  before.state === 'returning'
    ? withAnomaly({ ...before, state: 'returned-to-sender' }, 'delivered-in-return')
    : { ...before, state: 'delivered', deliveredAt: occurredAt, ...(proof && { proof }) };

const states: Readonly<Record<Exclude<CourierEventKind, 'unknown' | 'delivered'>, DeliveryState>> = {
  posted: 'in-transit',
  departed: 'in-transit',
  arrived: 'in-transit',
  held: 'in-transit',
  damaged: 'in-transit',
  'out-for-delivery': 'out-for-delivery',
  'attempt-failed': 'attempt-failed',
  returning: 'returning',
  'returned-to-sender': 'returned-to-sender',
  lost: 'lost',
};

/** On the way back every stop is still the way back. */
const nextState = (state: DeliveryState, kind: keyof typeof states): DeliveryState =>
  state === 'returning' && states[kind] === 'in-transit' ? 'returning' : states[kind];

const withAnomaly = (delivery: Delivery, anomaly: Anomaly): Delivery =>
  delivery.anomalies.includes(anomaly)
    ? delivery
    : { ...delivery, anomalies: [...delivery.anomalies, anomaly] };
