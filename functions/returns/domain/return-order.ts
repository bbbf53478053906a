import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
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
  /** Đính chính, with what stood there before; the newest last. */
  readonly corrections?: readonly OrderCorrection[];
}

/** What an agency may have typed wrong; the code is the order's name and stays. */
export type OrderTerms = Pick<
  ReturnOrder,
  'office' | 'recipient' | 'authorised' | 'papers' | 'takeBack' | 'collectOnDelivery'
>;

export interface OrderCorrection {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly how: 'corrected' | 'withdrawn' | 'reissued';
  /** As it stood. */
  readonly before?: OrderTerms;
}

export const correctionsPerOrder = 20;

export const returnOrderStates = [
  'waiting',
  'dispatched',
  'delivered',
  'returned-to-agency',
  /** Declared lost: the agency makes the result anew. */
  'lost',
  /** Taken back by the agency. */
  'withdrawn',
] as const;
export type ReturnOrderState = (typeof returnOrderStates)[number];

/** Who may have an order's result: the recipient, or whom its agency knows to be authorised. */
export const entitledToOrder = ({
  recipient: { name },
  authorised,
}: Pick<ReturnOrder, 'recipient' | 'authorised'>): readonly Entitled[] => [
  { as: 'recipient', name },
  ...(authorised ? [{ as: 'authorised', ...authorised } as const] : []),
];

/** A parcel leaves; another one only after the first came back. */
export const shipOrder = (order: ReturnOrder, shipment: ShipmentId): Outcome<ReturnOrder> => {
  if (order.state !== 'waiting' && order.state !== 'returned-to-agency')
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'dispatch' });
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
  if (['delivered', 'lost', 'withdrawn'].includes(order.state))
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'pick-up' });
  if (!isAtCounter) return refuse({ code: 'result-under-way' });
  return done({
    ...order,
    version: order.version + 1,
    state: 'delivered',
    settledAt: now,
    pickUp,
  });
};

/** Its parcel ended by our word: its label was voided, or it was declared lost. */
export const orderParcelEnded = (
  order: ReturnOrder,
  shipment: ShipmentId,
  how: 'voided' | 'lost',
  now: Instant,
): Outcome<ReturnOrder> => {
  if (order.state !== 'dispatched' || order.shipments.at(-1) !== shipment)
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'end-parcel' });
  const { heldAt: _, ...rest } = order;
  const state = how === 'lost' ? 'lost' : 'waiting';
  const settled = how === 'lost' ? { settledAt: now } : {};
  return done({ ...rest, ...settled, version: order.version + 1, state });
};

type Said = Pick<OrderCorrection, 'at' | 'by' | 'reason'>;

const open: Readonly<Record<OrderCorrection['how'], readonly ReturnOrderState[]>> = {
  // A withdrawn order that is corrected stands again: the code has no other.
  corrected: ['waiting', 'returned-to-agency', 'withdrawn'],
  withdrawn: ['waiting', 'returned-to-agency', 'lost'],
  reissued: ['lost'],
};

const noted = (
  order: ReturnOrder,
  how: OrderCorrection['how'],
  said: Said,
): Outcome<Pick<ReturnOrder, 'version' | 'corrections'>> => {
  const { corrections = [], state } = order;
  if (!open[how].includes(state)) return refuse({ code: 'step-not-allowed', state, step: how });
  if (corrections.length >= correctionsPerOrder)
    return refuse({ code: 'too-many-corrections', limit: correctionsPerOrder });
  const before = how === 'corrected' ? { before: termsOf(order) } : {};
  return done({
    version: order.version + 1,
    corrections: [...corrections, { ...said, how, ...before }],
  });
};

const termsOf = (order: OrderTerms): OrderTerms => {
  const { office, recipient, authorised, papers, takeBack, collectOnDelivery } = order;
  return {
    office,
    recipient,
    papers,
    takeBack,
    ...(authorised && { authorised }),
    ...(collectOnDelivery && { collectOnDelivery }),
  };
};

/** Đính chính đơn while nobody carries it: all its terms as they should have been. */
export const correctOrder = (
  order: ReturnOrder,
  terms: OrderTerms,
  said: Said,
): Outcome<ReturnOrder> => {
  const note = noted(order, 'corrected', said);
  if (!note.ok) return note;
  if (
    JSON.stringify(termsOf(order)) === JSON.stringify(termsOf(terms)) &&
    order.state !== 'withdrawn'
  )
    return refuse({ code: 'correction-empty' });
  const { authorised: _, collectOnDelivery: __, ...rest } = order;
  const state = order.state === 'withdrawn' ? 'waiting' : order.state;
  return done({ ...rest, ...terms, ...note.value, state });
};

/** Rút đơn: the agency fetches its result itself. */
export const withdrawOrder = (order: ReturnOrder, said: Said): Outcome<ReturnOrder> => {
  const note = noted(order, 'withdrawn', said);
  return note.ok ? done({ ...order, ...note.value, state: 'withdrawn', settledAt: said.at }) : note;
};

/** Cấp lại: what was lost lies there again. */
export const reissueOrder = (order: ReturnOrder, said: Said): Outcome<ReturnOrder> => {
  const note = noted(order, 'reissued', said);
  if (!note.ok) return note;
  const { settledAt: _, ...rest } = order;
  return done({ ...rest, ...note.value, state: 'waiting' });
};
