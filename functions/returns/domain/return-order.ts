import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
import type { Instant } from '#domain/time/instant.ts';
import { handOver, type OrderCustody } from './order-custody.ts';
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
export interface ReturnOrder extends OrderCustody {
  readonly id: ReturnOrderId;
  readonly version: number;
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
  const holder = handOver(order, 'shipped', shipment);
  if (!holder.ok) return holder;
  const { settledAt: _, heldAt: __, ...rest } = order;
  const change = { holder: holder.value, shipments: [...order.shipments, shipment] };
  return done({ ...rest, ...change, version: order.version + 1, state: 'dispatched' });
};

/**
 * The order after what its parcel came to; the same order where that changes nothing. Refused where the result is
 * in other hands by now: two have signed for that, and the carrier's word alone moves nothing.
 */
export const concludeOrder = (
  order: ReturnOrder,
  shipment: ShipmentId,
  parcel: ParcelOutcome,
): Outcome<ReturnOrder> => {
  if (order.shipments.at(-1) !== shipment || order.pickUp) return done(order);
  if (parcel.outcome === 'under-way') return done(order);
  if (parcel.outcome === 'held') return done(held(order, parcel.at));
  if (order.state === parcel.outcome) return done(settledAt(order, parcel.at));
  // It is known to have come back, whatever was done with it since.
  if (parcel.outcome === 'returned-to-agency' && !onItsWay.includes(order.state))
    return done(order);
  const act = parcel.outcome === 'delivered' ? 'delivered' : 'came-back';
  const holder = handOver(order, act, shipment);
  if (!holder.ok) return holder;
  const end = { state: parcel.outcome, settledAt: parcel.at, holder: holder.value };
  return done({ ...order, ...end, version: order.version + 1 });
};

const onItsWay: readonly ReturnOrderState[] = ['dispatched', 'delivered'];

/** The same end with another time: its papers lie where it put them. */
const settledAt = (order: ReturnOrder, at: Instant): ReturnOrder =>
  order.settledAt === at ? order : { ...order, version: order.version + 1, settledAt: at };

const held = (order: ReturnOrder, heldAt: Instant): ReturnOrder =>
  order.heldAt === undefined ? { ...order, version: order.version + 1, heldAt } : order;

/** Its carrier tells that it has come back, and nobody has taken it in. */
const isAwaited = ({ state, holder }: ReturnOrder): boolean =>
  state !== 'dispatched' && holder.kind === 'carrier';

/** Trả tại quầy: never sent, brought back, or at the counter after a closed door; once. */
export const pickUpOrder = (
  order: ReturnOrder,
  pickUp: PickUpId,
  isAtCounter: boolean,
  now: Instant,
): Outcome<ReturnOrder> => {
  if (['delivered', 'lost', 'withdrawn'].includes(order.state))
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'pick-up' });
  // Behind the counter after a closed door, or off the shelf.
  if (isAwaited(order) || (order.holder.kind === 'carrier' && !isAtCounter))
    return refuse({ code: 'result-under-way' });
  const holder = handOver(order, 'picked-up', order.shipments.at(-1));
  if (!holder.ok) return holder;
  return done({
    ...order,
    version: order.version + 1,
    state: 'delivered',
    holder: holder.value,
    settledAt: now,
    pickUp,
  });
};

/** Nhận lại bưu gửi: what its carrier tells to have come back is in the office's hands. */
export const takeInOrder = (order: ReturnOrder, shipment: ShipmentId): Outcome<ReturnOrder> => {
  if (order.state === 'dispatched')
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'take-in-parcel' });
  const holder = handOver(order, 'taken-in', shipment);
  return holder.ok ? done({ ...order, version: order.version + 1, holder: holder.value }) : holder;
};

/**
 * Its parcel ended by our word: its label was voided, or it was declared lost, also where it is told to have come
 * back and did not.
 */
export const orderParcelEnded = (
  order: ReturnOrder,
  shipment: ShipmentId,
  how: 'voided' | 'lost',
  now: Instant,
): Outcome<ReturnOrder> => {
  const isOut = order.state === 'dispatched' || (how === 'lost' && isAwaited(order));
  if (!isOut || order.shipments.at(-1) !== shipment)
    return refuse({ code: 'step-not-allowed', state: order.state, step: 'end-parcel' });
  const holder = handOver(order, how === 'lost' ? 'parcel-lost' : 'voided', shipment);
  if (!holder.ok) return holder;
  const { heldAt: _, ...rest } = order;
  const state = how === 'lost' ? 'lost' : 'waiting';
  const settled = how === 'lost' ? { settledAt: now } : {};
  return done({ ...rest, ...settled, holder: holder.value, version: order.version + 1, state });
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

/** What lies in a pouch is what its list says; what others have is what they signed for, and where. */
const ofOthers = (order: ReturnOrder, terms: OrderTerms): Refused | undefined => {
  const { office, papers, holder, pouch } = order;
  const isSame = office === terms.office && JSON.stringify(papers) === JSON.stringify(terms.papers);
  if (isSame) return undefined;
  if (pouch) return refuse({ code: 'papers-packed', pouch });
  return holder.kind === 'agency' ? undefined : refuse({ code: 'papers-elsewhere' });
};

/** A withdrawn order stands again; what is lost of it is made anew first. */
const standing = ({ state, holder }: ReturnOrder): ReturnOrderState => {
  if (state !== 'withdrawn') return state;
  return holder.kind === 'missing' ? 'lost' : 'waiting';
};

/**
 * Đính chính đơn while nobody carries it: all its terms as they should have been. Another post office, or other
 * papers, only while the agency has them.
 */
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
  const refused = ofOthers(order, terms);
  if (refused) return refused;
  const { authorised: _, collectOnDelivery: __, ...rest } = order;
  return done({ ...rest, ...terms, ...note.value, state: standing(order) });
};

/** Rút đơn: the agency wants its result back; from a shelf of the post a pouch brings it. */
export const withdrawOrder = (order: ReturnOrder, said: Said): Outcome<ReturnOrder> => {
  // Its carrier answers for it until the office has taken it in.
  if (isAwaited(order)) return refuse({ code: 'result-under-way' });
  const note = noted(order, 'withdrawn', said);
  return note.ok ? done({ ...order, ...note.value, state: 'withdrawn', settledAt: said.at }) : note;
};

/** Cấp lại: what was lost lies at the agency again. */
export const reissueOrder = (order: ReturnOrder, said: Said): Outcome<ReturnOrder> => {
  const note = noted(order, 'reissued', said);
  if (!note.ok) return note;
  const holder = handOver(order, 'reissued', undefined);
  if (!holder.ok) return holder;
  const { settledAt: _, ...rest } = order;
  return done({ ...rest, ...note.value, holder: holder.value, state: 'waiting' });
};
