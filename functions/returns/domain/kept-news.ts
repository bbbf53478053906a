import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import type { Shipment } from './shipment.ts';

/** What one parcel's record has room for: far below the 400 KB that a table's item may have. */
const room = {
  news: { entries: 200, bytes: 200_000 },
  /** An end is taken where nothing else is any more. */
  ends: { entries: 240, bytes: 300_000 },
} as const;

const isEnd = ({ kind }: CourierEvent): boolean =>
  kind === 'delivered' || kind === 'returned-to-sender';

/**
 * The shipment with one more piece of news; undefined where it has no room for it. Codes that nobody
 * knows say nothing, so of them the first and the last are kept, and how many there were.
 */
export const withNews = (shipment: Shipment, told: CourierEvent): Shipment | undefined => {
  const unknown = shipment.events.filter(({ kind }) => kind === 'unknown');
  const isOneMore = told.kind === 'unknown' && unknown.length >= 2;
  const known = isOneMore
    ? shipment.events.filter((each) => each !== unknown.at(-1))
    : shipment.events;
  const events = [...known, told];
  const { entries, bytes } = isEnd(told) ? room.ends : room.news;
  if (events.length > entries || Buffer.byteLength(JSON.stringify(events)) > bytes)
    return undefined;
  const between = (shipment.unknownBetween ?? 0) + 1;
  return {
    ...shipment,
    version: shipment.version + 1,
    events,
    ...(isOneMore && { unknownBetween: between }),
  };
};
