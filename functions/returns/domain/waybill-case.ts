import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { eventSet } from '#domain/shipment/event-set.ts';
import { days, type Instant, plus } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { isAwaited, isAwaitedTooLong } from './awaited.ts';
import type { Shipment } from './shipment.ts';

export const waybillAnomalies = [
  /** The number is used up and no parcel bears it. Both are one write, so this should not be. */
  'no-shipment',
  /** The carrier has not taken the order a day later: nobody fetches the parcel. */
  'not-announced',
  /** The carrier took the order, and nobody has seen the parcel since. */
  'not-moved',
  /** The carrier says that it brought the parcel back, and nobody here has taken it in. */
  'not-taken-in',
  /** The carrier has news of a number that we gave to no parcel. */
  'unknown-here',
  /** The carrier told what cannot have been: it was kept, and moved nothing. */
  'news-disputed',
  /** The carrier told, when it was asked, what could not be taken in: it was kept here, and moved nothing. */
  'news-refused',
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
  /** What was told and not taken in, the first and the last of it; and how much there was in all. */
  readonly refused?: { readonly news: readonly RefusedNews[]; readonly count: number };
}

/** A piece of news as it was told, and the code of the refusal. */
export interface RefusedNews {
  readonly id: string;
  readonly kind: CourierEventKind;
  readonly occurredAt: Instant;
  readonly rawCode: string;
  readonly why: string;
}

/** So much of it is kept of one waybill; of the rest the last stands for all. */
const refusedKept = 20;

/** The case with one more piece of news that was refused; the same one where it was told before. */
export const withRefusedNews = (
  before: WaybillCase | undefined,
  known: Pick<WaybillCase, 'id' | 'carrier'>,
  told: RefusedNews,
  now: Instant,
): WaybillCase => {
  const { news, count } = before?.refused ?? { news: [], count: 0 };
  if (before && news.some((each) => each.id === told.id && each.kind === told.kind)) return before;
  return {
    ...before,
    ...known,
    version: (before?.version ?? 0) + 1,
    state: 'news-refused',
    since: now,
    refused: { news: [...news.slice(0, refusedKept - 1), told], count: count + 1 },
  };
};

/** Whether refused news is still to be looked at, whatever else there is about its waybill. */
export const isToBeLookedAt = ({ state, since }: WaybillCase, now: Instant): boolean =>
  state === 'news-refused' && plus(since, lookedAtWithin) > now;

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
): Exclude<WaybillCase['state'], 'unknown-here' | 'news-refused'> => {
  if (!shipment) return 'no-shipment';
  if (disputesOf(shipment).some(({ recordedAt }) => plus(recordedAt, lookedAtWithin) > now))
    return 'news-disputed';
  if (isAwaited(shipment))
    return isAwaitedTooLong(shipment.awaitedSince, book, now) ? 'not-taken-in' : 'waiting';
  if (shipment.ended || shipment.pickedUp || hasMoved(shipment)) return 'resolved';
  return beforeItMoved(shipment, book, now);
};

const beforeItMoved = (
  { announcement, createdAt }: Shipment,
  book: CalendarBook,
  now: Instant,
): 'resolved' | 'waiting' | 'not-announced' | 'not-moved' => {
  // Made before carriers were told of anything.
  if (!announcement) return 'resolved';
  const today = dayOf(now);
  if (announcement.state !== 'accepted')
    return dayOf(createdAt) < today ? 'not-announced' : 'waiting';
  const last = addWorkingDays(book, dayOf(announcement.at), workingDaysToMove);
  return last.ok && last.value < today ? 'not-moved' : 'waiting';
};

/** Time enough for a supervisor to ask the carrier; the shipment's own flags stay. */
const lookedAtWithin = days(30);

/** What was told and moves nothing. */
export const disputesOf = ({ events }: Shipment): readonly CourierEvent[] => {
  const { outOfLife, undoing } = eventSet(events);
  return [...outOfLife, ...undoing];
};

/** Somebody has seen the parcel on its way. */
export const hasMoved = ({ events }: Pick<Shipment, 'events'>): boolean =>
  eventSet(events).events.some(({ kind }) => kind !== 'announced' && kind !== 'unknown');

/** Nothing else is wrong with it than that nobody has the parcel in hand. */
export const isWaitedFor = ({ state }: WaybillCase): boolean =>
  state === 'waiting' || state === 'not-taken-in';

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
    ...(before?.refused && { refused: before.refused }),
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
