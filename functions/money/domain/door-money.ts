import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { isNothing, minus, nothing, type Purses, plus } from '#domain/money/purses.ts';
import type { Collection, CourierEvent } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * Tiền thu khi phát (TT 17/2017): what the citizen paid with a parcel. Whoever stood at the door owes it
 * until it lies in a drawer of the office. Its id is the shipment's, or of an order that never became a
 * parcel the order's.
 */
export interface DoorMoney {
  readonly id: ShipmentId | ReturnOrderId;
  readonly version: number;
  readonly office: string;
  /** Whose money it is; the post's own postage goes along. */
  readonly agency: string;
  /** Of a dossier or a return order. */
  readonly dossierId: string;
  readonly waybill: string;
  /** `staff:<id>` or `carrier:<id>`. */
  readonly debtor: string;
  readonly collectedAt: Instant;
  readonly collected: Purses;
  /** False: nobody has said what was paid, so that it is what was due. */
  readonly isStated: boolean;
  readonly handedIn: Purses;
  /** Biên lai of each handing in. */
  readonly receipts: readonly string[];
}

/** Of a parcel what concerns its money. */
export interface PaidParcel {
  readonly id: ShipmentId;
  readonly office: string;
  readonly agency?: string;
  readonly dossierId?: DossierId;
  readonly returnOrder?: ReturnOrderId;
  readonly waybill: string;
  readonly collectOnDelivery?: Collection;
  readonly createdAt: Instant;
  readonly events: readonly CourierEvent[];
  /** Handed over at the counter instead. */
  readonly pickedUp?: PickUpId;
}

/** Of a return order what concerns its money. */
export interface PaidOrder {
  readonly id: ReturnOrderId;
  readonly office: string;
  readonly agency: string;
  readonly collectOnDelivery?: Collection;
}

/** Below nothing where more was handed in than it turned out to be. */
export const owedAtDoor = ({ collected, handedIn }: DoorMoney): Purses =>
  minus(collected, handedIn);

/** The four purses of two sums: what the sums do not say apart is phí, and thu hộ. */
const pursesOf = ({ stateFeesVnd, codVnd, chargeVnd = 0, postageVnd = 0 }: Collection): Purses => ({
  charge: chargeVnd,
  fee: stateFeesVnd - chargeVnd,
  postage: postageVnd,
  cod: codVnd - postageVnd,
});

/** Carriers tell two sums; one that is what was due is made up of what was due. */
const collectedOf = (due: Collection, told: Collection | undefined): Purses => {
  if (!told) return pursesOf(due);
  const asDue = pursesOf(due);
  const asTold = pursesOf(told);
  const state = told.stateFeesVnd === due.stateFeesVnd ? asDue : asTold;
  const rest = told.codVnd === due.codVnd ? asDue : asTold;
  return { charge: state.charge, fee: state.fee, postage: rest.postage, cod: rest.cod };
};

/**
 * What a parcel's news means for the money: a function of its events like everything else, so that late
 * news puts it right. Handed-in money stays handed in; the same record where nothing changes.
 */
export const moneyAtDoor = (
  before: DoorMoney | undefined,
  shipment: PaidParcel,
  debtor: string,
): DoorMoney | undefined => {
  const { collected: told } = deliveryState(shipment.events);
  const paid = paidAtDoor(shipment);
  // Handed over at the counter: the clerk took the money, whatever the carrier says.
  if (shipment.pickedUp) return before;
  if (!before) return paid && opened(shipment, debtor, paid);
  const collected = paid?.collected ?? nothing;
  const isStated = told !== undefined;
  const isSame = isNothing(minus(before.collected, collected)) && before.isStated === isStated;
  return isSame ? before : { ...before, version: before.version + 1, collected, isStated };
};

interface Paid {
  readonly collectedAt: Instant;
  readonly collected: Purses;
  readonly isStated: boolean;
}

/** What was paid when the parcel was delivered, as far as the news tells; undefined where that is nothing. */
const paidAtDoor = ({ events, collectOnDelivery }: PaidParcel): Paid | undefined => {
  const { state, deliveredAt, collected: told } = deliveryState(events);
  if (state !== 'delivered' || deliveredAt === undefined) return undefined;
  const collected = collectedOf(collectOnDelivery ?? { stateFeesVnd: 0, codVnd: 0 }, told);
  return isNothing(collected)
    ? undefined
    : { collectedAt: deliveredAt, collected, isStated: told !== undefined };
};

const opened = (shipment: PaidParcel, debtor: string, paid: Paid): DoorMoney => ({
  id: shipment.id,
  version: 1,
  office: shipment.office,
  agency: shipment.agency ?? '',
  dossierId: shipment.dossierId ?? shipment.returnOrder ?? shipment.id,
  waybill: shipment.waybill,
  debtor,
  ...paid,
  handedIn: nothing,
  receipts: [],
});

/** What the clerk takes who hands an order over at the counter: all that was due. */
export const moneyAtCounter = (
  order: PaidOrder,
  shipment: Pick<PaidParcel, 'id' | 'waybill'> | undefined,
  { debtor, now }: { readonly debtor: string; readonly now: Instant },
): DoorMoney | undefined => {
  const collected = pursesOf(order.collectOnDelivery ?? { stateFeesVnd: 0, codVnd: 0 });
  if (isNothing(collected)) return undefined;
  return {
    id: shipment?.id ?? order.id,
    version: 1,
    office: order.office,
    agency: order.agency,
    dossierId: order.id,
    waybill: shipment?.waybill ?? '',
    debtor,
    collectedAt: now,
    collected,
    isStated: true,
    handedIn: nothing,
    receipts: [],
  };
};

/** Into the drawer, or with its sign turned out of it again when the receipt is reversed. */
export const withHandIn = (money: DoorMoney, receipt: string, purses: Purses): DoorMoney => ({
  ...money,
  version: money.version + 1,
  handedIn: plus(money.handedIn, purses),
  receipts: money.receipts.includes(receipt) ? money.receipts : [...money.receipts, receipt],
});
