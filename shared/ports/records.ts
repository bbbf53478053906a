import type { CalendarAmendment } from '#domain/deadline/amendment.ts';
import type { SenderLink } from '#domain/dossier/sender.ts';
import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import { isNothing } from '#domain/money/purses.ts';
import type { SlipStock, TemporaryBlock } from '#domain/offline/temporary-block.ts';
import type { Authorisation, PickUp } from '#domain/shipment/pick-up.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at } from '#domain/time/vietnam-time.ts';
import { type DoorMoney, owedAtDoor } from '#functions/money/domain/door-money.ts';
import {
  type Drawer,
  isDue,
  type ReceiptRecord,
  type Remittance,
  remittanceState,
  type Safe,
  type ShiftRecord,
  shiftState,
} from '#functions/money/domain/records.ts';
import { dueAt, type NationalSync } from '#functions/portal/domain/sync.ts';
import type { OfficeQueue, ServedTicket } from '#functions/queueing/domain/queue.ts';
import type { OrderMessage } from '#functions/returns/domain/order-message.ts';
import { isOutstanding, type OrderTakeBack } from '#functions/returns/domain/order-take-back.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import {
  isAnomaly,
  type WaybillCase,
  type WaybillCheck,
} from '#functions/returns/domain/waybill-case.ts';
import { firstDayOf, type RatedMark, type Rating } from '#functions/satisfaction/domain/rating.ts';
import type { Tally } from '#functions/satisfaction/domain/tally.ts';

/** What is kept beside the dossiers: documents with an id and a version that rises by one. */
export interface Records {
  readonly shipment: Shipment;
  readonly authorisation: Authorisation;
  readonly 'pick-up': PickUp;
  readonly 'return-order': ReturnOrder;
  readonly 'carrier-cursor': CarrierCursor;
  readonly 'waybill-case': WaybillCase;
  readonly 'waybill-check': WaybillCheck;
  readonly pouch: Pouch;
  readonly 'calendar-amendment': CalendarAmendment;
  readonly shift: ShiftRecord;
  readonly receipt: ReceiptRecord;
  readonly drawer: Drawer;
  readonly safe: Safe;
  readonly remittance: Remittance;
  readonly 'door-money': DoorMoney;
  readonly 'order-message': OrderMessage;
  /** Its id is the order's. */
  readonly 'order-take-back': OrderTakeBack;
  /** Its id is the dossier's. */
  readonly 'national-sync': NationalSync;
  readonly 'temporary-block': TemporaryBlock;
  readonly 'slip-stock': SlipStock;
  readonly sender: SenderLink;
  readonly 'office-queue': OfficeQueue;
  readonly ticket: ServedTicket;
  readonly rating: Rating;
  readonly 'rated-mark': RatedMark;
  readonly 'satisfaction-tally': Tally;
}

/** How far a carrier's news has been read; its id is the carrier's. */
export interface CarrierCursor {
  readonly id: string;
  readonly version: number;
  readonly lastId: number;
  /** There is no account at the carrier: parcels wait to be announced since then. */
  readonly notConfiguredSince?: Instant;
}

export type RecordKind = keyof Records;

type WriteOf<K extends RecordKind> = {
  readonly kind: K;
  readonly before: Records[K] | undefined;
  readonly after: Records[K];
};

/** Replaces `before` by `after` where `before` still is what is kept. */
export type RecordWrite = { [K in RecordKind]: WriteOf<K> }[RecordKind];

/** How a record is found otherwise than by its id. */
export interface Placement {
  /** Each belongs to one record of the kind for ever. */
  readonly names: readonly string[];
  /** The list that it stands in as it is now. */
  readonly list?: ListPlace;
  /** A second list, for somebody else to read. */
  readonly alsoIn?: ListPlace;
}

interface ListPlace {
  readonly name: string;
  readonly at: Instant;
}

/** Whose turn it is: an open pouch lies with the sender, any other with the receiver. */
const placePouch = (pouch: Pouch): Placement => {
  const state = pouchState(pouch);
  if (state === 'settled') return { names: [] };
  const list = { open: pouch.from.id, signed: 'all' }[state as string] ?? pouch.to.id;
  return { names: [], list: { name: `${list}#${state}`, at: pouch.countBy ?? pouch.opened.at } };
};

/** What is pending by its next try and by its age; what was rejected by agency and altogether. */
const placeSync = (sync: NationalSync): Placement => {
  const { state, agency, since } = sync;
  if (state === 'pushed') return { names: [] };
  const isPending = state === 'pending';
  return {
    names: [],
    list: isPending
      ? { name: 'pending', at: dueAt(sync) }
      : { name: `rejected#${agency}`, at: since },
    alsoIn: { name: isPending ? 'pending-since' : 'rejected', at: since },
  };
};

const placements: { readonly [K in RecordKind]: (record: Records[K]) => Placement } = {
  // Listed until the carrier has answered whether it takes the parcel.
  shipment: ({ waybill, carrier, announcement, createdAt }) => ({
    names: [waybill],
    ...(announcement?.state === 'open' && { list: { name: carrier, at: createdAt } }),
  }),
  authorisation: () => ({ names: [] }),
  'pick-up': () => ({ names: [] }),
  'return-order': ({ agency, externalCode, office, state, orderedAt: at }) => ({
    names: [`${agency}#${externalCode}`],
    list: { name: `${office}#${state}`, at },
    alsoIn: { name: `${agency}#${state}`, at },
  }),
  'carrier-cursor': () => ({ names: [] }),
  // Gone through each day until it is resolved; a supervisor sees what is wrong.
  'waybill-case': ({ carrier, state, since: at }) => ({
    names: [],
    ...(state !== 'resolved' && { list: { name: carrier, at } }),
    ...(isAnomaly(state) && { alsoIn: { name: 'all', at } }),
  }),
  'waybill-check': () => ({ names: [] }),
  pouch: placePouch,
  shift: (shift) => ({
    names: [],
    list: { name: `${shift.office}#${shiftState(shift)}`, at: shift.openedAt },
  }),
  receipt: (receipt) => ({
    names: [receipt.number],
    list: { name: receipt.dossierId, at: receipt.takenAt },
    ...(isDue(receipt) && {
      alsoIn: { name: `${receipt.office}#${receipt.agency}`, at: receipt.takenAt },
    }),
  }),
  'order-message': ({ passedOnAt, createdAt }) => ({
    names: [],
    ...(passedOnAt === undefined && { list: { name: 'waiting', at: createdAt } }),
  }),
  // Listed until the agency has every paper that was not declared lost.
  'order-take-back': (papers) => ({
    names: [],
    ...(isOutstanding(papers) && {
      list: { name: papers.office, at: papers.since },
      alsoIn: { name: papers.agency, at: papers.since },
    }),
  }),
  // Listed as long as somebody has money that should lie in a drawer.
  'door-money': (money) => ({
    names: [],
    ...(!isNothing(owedAtDoor(money)) && {
      list: { name: money.office, at: money.collectedAt },
      alsoIn: { name: 'all', at: money.collectedAt },
    }),
  }),
  drawer: () => ({ names: [] }),
  safe: () => ({ names: [] }),
  remittance: (remittance) => {
    const { number, office, agency, sent } = remittance;
    const state = remittanceState(remittance);
    return {
      names: [number],
      list: { name: `${office}#${state}`, at: sent.at },
      alsoIn: { name: `${agency}#${state}`, at: sent.at },
    };
  },
  'national-sync': placeSync,
  'temporary-block': ({ office, closing, leasedAt: at }) => ({
    names: [],
    list: { name: `${office}#${closing ? 'closed' : 'open'}`, at },
  }),
  'slip-stock': () => ({ names: [] }),
  sender: () => ({ names: [] }),
  'office-queue': () => ({ names: [] }),
  ticket: ({ dossiers }) => ({ names: dossiers }),
  // Those with words of their own; the month is all of their time.
  rating: ({ office, month, reason }) => ({
    names: [],
    ...(reason?.text !== undefined && {
      list: { name: `${office}#${month}`, at: at(firstDayOf(month), 0) },
    }),
  }),
  'rated-mark': () => ({ names: [] }),
  'satisfaction-tally': () => ({ names: [] }),
  'calendar-amendment': ({ confirmed, proposed }) => ({
    names: [],
    list: confirmed
      ? { name: 'in-force', at: confirmed.at }
      : { name: 'proposed', at: proposed.at },
  }),
};

export const placementOf = <K extends RecordKind>(kind: K, record: Records[K]): Placement =>
  placements[kind](record);

/** The placement that a write gives, and the names that are new with it. */
export const placementAfter = ({ kind, before, after }: RecordWrite): Placement => {
  const known = new Set(before && placementOf(kind, before).names);
  const { names, ...rest } = placementOf(kind, after);
  return { ...rest, names: names.filter((name) => !known.has(name)) };
};
