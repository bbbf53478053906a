import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ReturnOrder } from './return-order.ts';

/**
 * What the recipient of a return order is told; texts name the agency's code and no procedure. Nobody is
 * asked to rate: who filed elsewhere has no receipt of ours, and no secret to rate with.
 */
export type OrderTemplate =
  | 'dispatched'
  | 'pick-up-ready'
  | 'order-delivered'
  | 'returned-to-agency'
  | 'parcel-lost'
  | 'lost-result';

/**
 * One SMS that an order owes its recipient, written with the change that it tells of and listed until it
 * was handed to the SMS ledger: the outbox of orders, which have no events.
 */
export interface OrderMessage {
  /** The order's id and `no`. */
  readonly id: string;
  readonly version: number;
  readonly order: ReturnOrderId;
  /** The version of the order that it tells of. */
  readonly no: number;
  readonly template: OrderTemplate;
  readonly waybill: string;
  readonly createdAt: Instant;
  readonly passedOnAt?: Instant;
}

const templates = {
  dispatched: 'dispatched',
  delivered: 'order-delivered',
  'returned-to-agency': 'returned-to-agency',
  lost: 'parcel-lost',
  // Nothing was on its way.
  waiting: undefined,
  withdrawn: undefined,
} as const;

/** What changed for the recipient, if anything did: a corrected time is told to nobody. */
const templateOf = (before: ReturnOrder, after: ReturnOrder): OrderTemplate | undefined => {
  const { state, heldAt } = after;
  if (state === 'lost' && before.pouch) return 'lost-result';
  if (state !== before.state) return templates[state];
  return heldAt !== undefined && before.heldAt === undefined ? 'pick-up-ready' : undefined;
};

export const messageOf = (
  before: ReturnOrder,
  after: ReturnOrder,
  waybill: string,
  createdAt: Instant,
): OrderMessage | undefined => {
  const template = templateOf(before, after);
  if (!template) return undefined;
  const { id: order, version: no } = after;
  return { id: `${order}-${no}`, version: 1, order, no, template, waybill, createdAt };
};
