import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Shipment } from './shipment.ts';

export const waybillAnomalies = [
  /** The number is used up and no parcel bears it. Both are one write, so this should not be. */
  'no-shipment',
  /** The carrier has not taken the order a day later: nobody fetches the parcel. */
  'not-announced',
  /** The carrier took the order, and nobody has seen the parcel since. */
  'not-moved',
  /** The carrier has news of a number that we gave to no parcel. */
  'unknown-here',
] as const;
export type WaybillAnomaly = (typeof waybillAnomalies)[number];

/** A waybill that does not add up, or does not yet. `waiting`: nothing is wrong so far. */
export interface WaybillCase {
  /** The waybill. */
  readonly id: string;
  readonly version: number;
  readonly carrier: string;
  readonly state: WaybillAnomaly | 'waiting' | 'resolved';
  readonly since: Instant;
  readonly shipment?: ShipmentId;
  readonly office?: string;
}

/**
 * J + 2 is all the time that a parcel has within the province (TT 17/2017): whoever has not taken it
 * in by then brings it late.
 */
const workingDaysToMove = 2;

/** What a waybill's state is, by what is known of its parcel. A day that no calendar has is no verdict. */
export const waybillState = (
  shipment: Shipment | undefined,
  book: CalendarBook,
  now: Instant,
): Exclude<WaybillCase['state'], 'unknown-here'> => {
  if (!shipment) return 'no-shipment';
  if (shipment.pickedUp || hasMoved(shipment)) return 'resolved';
  const { announcement } = shipment;
  // Made before carriers were told of anything.
  if (!announcement) return 'resolved';
  const today = dayOf(now);
  if (announcement.state !== 'accepted')
    return dayOf(shipment.createdAt) < today ? 'not-announced' : 'waiting';
  const last = addWorkingDays(book, dayOf(announcement.at), workingDaysToMove);
  return last.ok && last.value < today ? 'not-moved' : 'waiting';
};

const hasMoved = ({ events }: Shipment): boolean =>
  events.some(({ kind }) => kind !== 'announced' && kind !== 'unknown');

/** The case as it is now; the same one, or none, where there is nothing new to keep. */
export const waybillCaseAfter = (
  before: WaybillCase | undefined,
  known: Pick<WaybillCase, 'id' | 'carrier' | 'state'>,
  shipment: Shipment | undefined,
  now: Instant,
): WaybillCase | undefined => {
  if (before?.state === known.state || (!before && known.state === 'resolved')) return before;
  return {
    ...known,
    version: (before?.version ?? 0) + 1,
    since: now,
    ...(shipment && { shipment: shipment.id, office: shipment.office }),
  };
};

export const isAnomaly = (state: WaybillCase['state']): state is WaybillAnomaly =>
  (waybillAnomalies as readonly string[]).includes(state);

/** How far a carrier's waybills have been gone through; its id is the carrier's. */
export interface WaybillCheck {
  readonly id: string;
  readonly version: number;
  /** The last day whose round is over. */
  readonly day?: string;
  /** By pool, how many of its numbers were looked at. */
  readonly lookedAt: Readonly<Record<string, number>>;
  /** Where today's second look at the open cases goes on. */
  readonly after?: string;
}
