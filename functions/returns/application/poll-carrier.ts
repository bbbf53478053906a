import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { CourierDesk, ParcelNews } from '#functions/returns/ports/courier-desk.ts';
import { carrierCursorKind, shipmentKind } from '#functions/returns/records.ts';
import type { Clock } from '#ports/clock.ts';
import { recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { noteRefusedNews, noteUnknownWaybill } from './reconcile-waybills.ts';
import type { makeRecordCourierEvent } from './record-courier-event.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly desk: CourierDesk;
  readonly clock: Clock;
  readonly record: ReturnType<typeof makeRecordCourierEvent>;
}

export interface Polled {
  readonly taken: number;
  /** Of numbers that are no parcel's here, told before, or refused. */
  readonly ignored: number;
  /** Kept on the supervisor's list; moved nothing. */
  readonly refused: number;
  /** Numbers that are no parcel's here, told of for the first time. */
  readonly unknown: number;
}

/** So many pages a minute; the rest waits for the next. */
const pagesPerRun = 20;

/**
 * Asks the carrier what happened since the last time. The cursor moves only behind news that was
 * taken in, or kept for somebody to look at: dying in between reads a page again, which changes nothing.
 */
export const makePollCarrier = (deps: Deps) => async (): Promise<Polled> => {
  const polled = { taken: 0, ignored: 0, refused: 0, unknown: 0 };
  for (let page = 0; page < pagesPerRun; page++) {
    const read = await readPage(deps);
    if (!read) break;
    polled.taken += read.taken;
    polled.ignored += read.ignored;
    polled.refused += read.refused;
    polled.unknown += read.unknown;
  }
  return polled;
};

/** Undefined where there is nothing new. */
const readPage = async (deps: Deps): Promise<Polled | undefined> => {
  const { ledger, desk } = deps;
  const cursor = await ledger.record(carrierCursorKind, desk.carrier);
  const after = cursor?.lastId ?? 0;
  const { news, lastId } = await desk.newsAfter(after);
  if (lastId <= after) return undefined;
  let taken = 0;
  let refused = 0;
  let unknown = 0;
  for (const line of news) {
    const met = await take(deps, line);
    taken += Number(met === 'taken');
    refused += Number(met === 'refused');
    unknown += Number(met === 'unknown');
  }
  const moved = { ...cursor, id: desk.carrier, version: (cursor?.version ?? 0) + 1, lastId };
  // Refused where another run was faster: it has read the same page.
  await ledger.commit({
    records: [recordWrite(carrierCursorKind, cursor, moved)],
  });
  return { taken, ignored: news.length - taken, refused, unknown };
};

type Met = 'taken' | 'ignored' | 'refused' | 'unknown';

const take = async (deps: Deps, { waybill, event }: ParcelNews): Promise<Met> => {
  const { ledger, desk, record } = deps;
  const found = await ledger.findRecord(shipmentKind, waybill);
  if (!found) return (await noteUnknownWaybill(deps, waybill)) ? 'unknown' : 'ignored';
  const actor = { kind: 'carrier', id: desk.carrier } as const;
  const taken = await record({ actor, shipmentId: found as ShipmentId, event });
  if (!taken.ok && taken.refusal.code === 'changed-meanwhile')
    throw new Error(`news of ${found} could not be written`);
  if (taken.ok) return taken.value.isNew ? 'taken' : 'ignored';
  const { id, kind, occurredAt, rawCode } = event;
  const why = taken.refusal.code;
  await noteRefusedNews(deps, waybill, { id, kind, occurredAt, rawCode, why });
  return 'refused';
};
