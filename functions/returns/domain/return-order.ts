import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Recipient } from './shipment.ts';

export interface ReturnedPaper {
  readonly name: string;
  readonly copyKind: 'original' | 'certified' | 'photocopy';
  readonly count: number;
}

/**
 * Chỉ nhận kết quả qua bưu chính (QĐ 45/2016 art. 5(2)): the agency has the result of a dossier that
 * was filed online or at its own desk, and orders its way to the citizen. The largest flow of all.
 */
export interface ReturnOrder {
  readonly id: ReturnOrderId;
  readonly version: number;
  readonly agency: string;
  /** Mã hồ sơ as the agency's own system gave it. */
  readonly externalCode: string;
  /** The post office of the recipient's place. */
  readonly office: string;
  readonly recipient: Recipient;
  /** Người được ủy quyền, as the agency has it on paper (QĐ 45/2016 art. 10). */
  readonly authorised?: { readonly name: string; readonly reference: string };
  readonly papers: readonly ReturnedPaper[];
  /** Thu hồi giấy tờ: originals that the citizen gives back at the door (TT 17/2017). */
  readonly takeBack: readonly string[];
  readonly collectOnDelivery?: Collection;
  readonly orderedAt: Instant;
  readonly orderedBy: string;
  readonly state: ReturnOrderState;
  /** The last one is under way; those before came back. */
  readonly shipments: readonly ShipmentId[];
  readonly settledAt?: Instant;
  /** The last parcel waits at the post office since then; told once a parcel. */
  readonly heldAt?: Instant;
  /** Handed over at the counter: what a carrier says after that moves nothing. */
  readonly pickUp?: PickUpId;
}

export const returnOrderStates = [
  'waiting',
  'dispatched',
  'delivered',
  'returned-to-agency',
] as const;
export type ReturnOrderState = (typeof returnOrderStates)[number];

/** A parcel leaves; another one only after the first came back. */
export const shipOrder = (order: ReturnOrder, shipment: ShipmentId): Outcome<ReturnOrder> => {
  if (order.state !== 'waiting' && order.state !== 'returned-to-agency')
    return refuse({ code: 'step-not-allowed', status: order.state, step: 'dispatch' });
  const { settledAt: _, heldAt: __, ...rest } = order;
  const shipments = [...order.shipments, shipment];
  return done({ ...rest, version: order.version + 1, state: 'dispatched', shipments });
};

/** The order after what its parcel came to; the same order where that changes nothing. */
export const concludeOrder = (
  order: ReturnOrder,
  shipment: ShipmentId,
  parcel: ParcelOutcome,
): ReturnOrder => {
  if (order.shipments.at(-1) !== shipment || order.pickUp) return order;
  if (parcel.outcome === 'under-way') return order;
  if (parcel.outcome === 'held') return held(order, parcel.at);
  if (order.state === parcel.outcome && order.settledAt === parcel.at) return order;
  return {
    ...order,
    version: order.version + 1,
    state: parcel.outcome,
    settledAt: parcel.at,
  };
};

const held = (order: ReturnOrder, heldAt: Instant): ReturnOrder =>
  order.heldAt === undefined ? { ...order, version: order.version + 1, heldAt } : order;

/** Trả tại quầy: never sent, brought back, or at the counter after a closed door; once. */
export const pickUpOrder = (
  order: ReturnOrder,
  pickUp: PickUpId,
  isAtCounter: boolean,
  now: Instant,
): Outcome<ReturnOrder> => {
  if (order.state === 'delivered')
    return refuse({ code: 'step-not-allowed', status: order.state, step: 'pick-up' });
  if (!isAtCounter) return refuse({ code: 'result-under-way' });
  return done({
    ...order,
    version: order.version + 1,
    state: 'delivered',
    settledAt: now,
    pickUp,
  });
};
