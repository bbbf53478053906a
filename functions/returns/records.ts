import type { PickUp } from '#domain/shipment/pick-up.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type RecordKind, unlistedKind } from '#ports/records.ts';
import { openQuestion } from './domain/flagged.ts';
import { withHolder } from './domain/order-before-custody.ts';
import type { OrderMessage } from './domain/order-message.ts';
import { isOutstanding, type OrderTakeBack } from './domain/order-take-back.ts';
import type { ReturnOrder } from './domain/return-order.ts';
import type { Shipment } from './domain/shipment.ts';
import { isAnomaly, type WaybillCase, type WaybillCheck } from './domain/waybill-case.ts';

/**
 * Parcels by waybill; listed until the carrier has answered whether it takes the parcel, and where the way in
 * which it was handed over is to be looked into.
 */
export const shipmentKind: RecordKind<Shipment> = {
  name: 'shipment',
  place: (shipment) => {
    const { waybill, carrier, announcement, createdAt: at } = shipment;
    const question = openQuestion(shipment);
    return {
      names: [waybill],
      ...(announcement?.state === 'open' && { list: { name: carrier, at } }),
      ...(question && { secondList: { name: question, at } }),
    };
  },
};

export const pickUpKind = unlistedKind<PickUp>('pick-up');

/** Orders by the agency's own code; listed for the post office that returns and for the agency. */
export const returnOrderKind: RecordKind<ReturnOrder> = {
  name: 'return-order',
  steps: [withHolder],
  place: ({ agency, externalCode, office, state, orderedAt: at }) => ({
    names: [`${agency}#${externalCode}`],
    list: { name: `${office}#${state}`, at },
    secondList: { name: `${agency}#${state}`, at },
  }),
};

/** What is to be said about an order, until it has been passed on. */
export const orderMessageKind: RecordKind<OrderMessage> = {
  name: 'order-message',
  place: ({ passedOnAt, createdAt }) => ({
    names: [],
    ...(passedOnAt === undefined && { list: { name: 'waiting', at: createdAt } }),
  }),
};

/** Old papers of an order (its id), listed until the agency has each that was not declared lost. */
export const orderTakeBackKind: RecordKind<OrderTakeBack> = {
  name: 'order-take-back',
  place: (papers) => ({
    names: [],
    ...(isOutstanding(papers) && {
      list: { name: papers.office, at: papers.since },
      secondList: { name: papers.agency, at: papers.since },
    }),
  }),
};

/** How far a carrier's news has been read; its id is the carrier's. */
export interface CarrierCursor {
  readonly id: string;
  readonly version: number;
  readonly lastId: number;
  /** There is no account at the carrier: parcels wait to be announced since then. */
  readonly notConfiguredSince?: Instant;
}

export const carrierCursorKind = unlistedKind<CarrierCursor>('carrier-cursor');

/** Gone through each day until it is resolved; a supervisor sees what is wrong. */
export const waybillCaseKind: RecordKind<WaybillCase> = {
  name: 'waybill-case',
  place: ({ carrier, state, since: at }) => ({
    names: [],
    ...(state !== 'resolved' && { list: { name: carrier, at } }),
    ...(isAnomaly(state) && { secondList: { name: 'all', at } }),
  }),
};

export const waybillCheckKind = unlistedKind<WaybillCheck>('waybill-check');
