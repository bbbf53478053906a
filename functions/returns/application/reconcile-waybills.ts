import { poolSequence } from '#application/lease-waybill.ts';
import { formatS10 } from '#domain/identifiers/s10.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import {
  isAnomaly,
  isToBeLookedAt,
  type RefusedNews,
  type WaybillAnomaly,
  type WaybillCase,
  type WaybillCheck,
  waybillCaseAfter,
  waybillState,
  withRefusedNews,
} from '#functions/returns/domain/waybill-case.ts';
import type { CourierDesk } from '#functions/returns/ports/courier-desk.ts';
import { shipmentKind, waybillCaseKind, waybillCheckKind } from '#functions/returns/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Clock } from '#ports/clock.ts';
import type { Numbers } from '#ports/numbers.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly numbers: Numbers;
  readonly pools: readonly WaybillPool[];
  readonly desk: Pick<CourierDesk, 'carrier'>;
}

/** So many of so many a minute: the rest of the day waits for the next. */
const roundsPerRun = 5;
const perRound = 200;
const atOnce = 10;

interface Look {
  readonly waybill: string;
  readonly shipment: Shipment | undefined;
}

/**
 * Đối soát vận đơn, once a day: every number leased before today against our parcels and what the
 * carrier was told and has seen; then the open cases again, which close when their cause is gone.
 * Answers how many anomalies are new. The check moves on in one guarded write behind its own work, so
 * a run that dies is made good by the next, and two at once find the same.
 */
export const makeReconcileWaybills = (deps: Deps) => async (): Promise<number> => {
  let found = 0;
  for (let round = 0; round < roundsPerRun; round++) {
    const met = await checkNextBatch(deps);
    if (met === undefined) break;
    found += met;
  }
  return found;
};

/** Undefined where today's round is over. */
const checkNextBatch = async (deps: Deps): Promise<number | undefined> => {
  const { ledger, clock, desk } = deps;
  const now = clock.now();
  const before = await ledger.record(waybillCheckKind, desk.carrier);
  if (before?.day === dayOf(now)) return undefined;
  const check = before ?? { id: desk.carrier, version: 0, lookedAt: {} };
  const { found, after } =
    (await nextLeased(deps, check, now)) ?? (await nextOpen(deps, check, now));
  await ledger.commit({ records: [recordWrite(waybillCheckKind, before, after)] });
  return found;
};

interface Round {
  readonly found: number;
  readonly after: WaybillCheck;
}

/** Numbers that nobody has looked at; undefined where all that were leased before today are done. */
const nextLeased = async (
  deps: Deps,
  check: WaybillCheck,
  now: Instant,
): Promise<Round | undefined> => {
  for (const pool of deps.pools) {
    if (pool.carrier !== deps.desk.carrier || pool.use !== 'parcels') continue;
    const name = poolSequence(pool);
    const from = check.lookedAt[name] ?? 0;
    const { given, held } = await deps.numbers.stateOf(name);
    const to = Math.min(given, from + perRound);
    const numbers = Array.from({ length: to - from }, (_, n) =>
      formatS10(pool.serviceIndicator, pool.firstSerial + from + n),
    );
    const looks = await inTurn(numbers, (waybill) => look(deps, waybill));
    const onTheWay = new Set(held.map(({ number }) => number));
    // Numbers rise with time: behind the first of today, or one whose parcel is just being made, all
    // others can wait.
    const waits = ({ shipment }: Look, at: number) =>
      shipment ? dayOf(shipment.createdAt) >= dayOf(now) : onTheWay.has(from + at + 1);
    const first = looks.findIndex(waits);
    const due = first < 0 ? looks : looks.slice(0, first);
    if (due.length === 0) continue;
    const found = await judged(deps, due, now);
    const lookedAt = { ...check.lookedAt, [name]: from + due.length };
    return { found, after: { ...check, version: check.version + 1, lookedAt } };
  }
  return undefined;
};

/** A page of the open cases again; behind the last one the day is done. */
const nextOpen = async (deps: Deps, check: WaybillCheck, now: Instant): Promise<Round> => {
  const { after: start, ...rest } = check;
  const ask = { limit: perRound, ...(start !== undefined && { after: start }) };
  const { items, next } = await deps.index.listed(waybillCaseKind, deps.desk.carrier, ask);
  const found = await judged(deps, await inTurn(items, (waybill) => look(deps, waybill)), now);
  const progress = next === undefined ? { day: dayOf(now) } : { after: next };
  return { found, after: { ...rest, version: check.version + 1, ...progress } };
};

const look = async ({ ledger }: Pick<Deps, 'ledger'>, waybill: string): Promise<Look> => {
  const id = await ledger.findRecord(shipmentKind, waybill);
  const shipment = id === undefined ? undefined : await ledger.record(shipmentKind, id);
  return { waybill, shipment };
};

const judged = async (deps: Deps, looks: readonly Look[], now: Instant): Promise<number> => {
  const book = await deps.calendars.current();
  const isNew = await inTurn(looks, async ({ waybill, shipment }) => {
    const before = await deps.ledger.record(waybillCaseKind, waybill);
    const isOpen =
      before && (isToBeLookedAt(before, now) || (!shipment && before.state === 'unknown-here'));
    const state = isOpen ? before.state : waybillState(shipment, book, now);
    const known = { id: waybill, carrier: deps.desk.carrier, state };
    return kept(deps.ledger, before, waybillCaseAfter(before, known, shipment, now));
  });
  return isNew.filter(Boolean).length;
};

/** Whether this call has found an anomaly that nobody had. */
const kept = async (
  ledger: UnitOfWork,
  before: WaybillCase | undefined,
  after: WaybillCase | undefined,
): Promise<boolean> => {
  if (!after || after === before) return false;
  const written = await ledger.commit({
    records: [recordWrite(waybillCaseKind, before, after)],
  });
  return written.ok && isAnomaly(after.state);
};

/** The carrier has told of a number that is no parcel's here. */
export const noteUnknownWaybill = async (
  { ledger, clock, desk }: Pick<Deps, 'ledger' | 'clock' | 'desk'>,
  waybill: string,
): Promise<boolean> => {
  const before = await ledger.record(waybillCaseKind, waybill);
  const known = { id: waybill, carrier: desk.carrier, state: 'unknown-here' } as const;
  return kept(ledger, before, waybillCaseAfter(before, known, undefined, clock.now()));
};

/** The carrier was asked, and told what could not be taken in. */
export const noteRefusedNews = async (
  { ledger, clock, desk }: Pick<Deps, 'ledger' | 'clock' | 'desk'>,
  waybill: string,
  told: RefusedNews,
): Promise<void> => {
  const before = await ledger.record(waybillCaseKind, waybill);
  const known = { id: waybill, carrier: desk.carrier };
  const after = withRefusedNews(before, known, told, clock.now());
  if (after === before) return;
  const written = await ledger.commit({ records: [recordWrite(waybillCaseKind, before, after)] });
  if (!written.ok) throw new Error(`refused news of ${waybill} could not be kept: ${written.why}`);
};

const inTurn = async <T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const all: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    all.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  return all;
};

export interface OpenWaybillCase extends WaybillCase {
  readonly state: WaybillAnomaly;
}

/** What a supervisor must look at, of all carriers, the oldest first. No line bears anybody's name. */
export const makeListWaybillCases =
  ({ ledger, index }: Pick<Deps, 'ledger' | 'index'>) =>
  async (ask: PageAsk): Promise<Page<OpenWaybillCase>> => {
    const { items, next } = await index.listedSecond(waybillCaseKind, 'all', ask);
    const cases = await inTurn(items, (id) => ledger.record(waybillCaseKind, id));
    return {
      items: cases.flatMap((each) =>
        each && isAnomaly(each.state) ? [{ ...each, state: each.state }] : [],
      ),
      ...(next !== undefined && { next }),
    };
  };
