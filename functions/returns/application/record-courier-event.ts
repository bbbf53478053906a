import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { entitledTo, handingTo } from '#application/entitled.ts';
import { type Actor, isPost } from '#domain/actor/actor.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { actorName } from '#domain/dossier/record.ts';
import { concludeDelivery, isAgainstCustody } from '#domain/dossier/steps/return-result.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { type DeliveryState, deliveryState } from '#domain/shipment/delivery.ts';
import { outOfLife } from '#domain/shipment/life.ts';
import { parcelOutcome } from '#domain/shipment/outcome.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
import { refusedHandOver } from '#domain/shipment/take-back.ts';
import { type Instant, instant, type Milliseconds, minutes } from '#domain/time/instant.ts';
import { moneyAtDoor } from '#functions/money/domain/door-money.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import type { AttemptPlan } from '#functions/returns/domain/attempts.ts';
import { isAwaited, withAwaited } from '#functions/returns/domain/awaited.ts';
import { invitations } from '#functions/returns/domain/invitations.ts';
import { withNews } from '#functions/returns/domain/kept-news.ts';
import { entitledToOrder } from '#functions/returns/domain/return-order.ts';
import { entitledOf, expectedBack, type Shipment } from '#functions/returns/domain/shipment.ts';
import {
  disputesOf,
  waybillCaseAfter,
  withRefusedNews,
} from '#functions/returns/domain/waybill-case.ts';
import { returnOrderKind, shipmentKind, waybillCaseKind } from '#functions/returns/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';
import { orderParcelSettled, type Settlement } from './order-parcel.ts';

export interface RecordCourierEvent {
  readonly actor: Actor;
  readonly idempotency?: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
  readonly event: Omit<CourierEvent, 'recordedAt' | 'toldBy' | 'outOfLife'>;
  /** Of the document that our postman looked at; compared, and not kept. */
  readonly documentNumber?: string | undefined;
}

export interface CourierEventRecorded {
  readonly shipmentId: ShipmentId;
  readonly state: DeliveryState;
  /** False when the carrier had said the same before. */
  readonly isNew: boolean;
  /** Of a failed visit: whether it counts as an invitation (TT 17/2017). */
  readonly countsAsInvitation?: boolean;
  readonly next?: AttemptPlan['next'];
}

interface Deps extends Deciding {
  readonly calendars: Calendars;
  readonly pools: readonly WaybillPool[];
}

/** Where a catalogue published earlier says nothing of it. */
const usualTolerance = 10;

/**
 * Takes in what a carrier or postman says happened. The state is a function of the set of events,
 * so late, repeated and reordered messages end in the same state; what the parcel came to reaches
 * its dossier or its order in the same transaction.
 */
export const makeRecordCourierEvent = (deps: Deps) => (request: RecordCourierEvent) =>
  decideOnce<CourierEventRecorded>(deps, request.idempotency, (now) => take(deps, request, now));

const take = async (
  deps: Deps,
  request: RecordCourierEvent,
  now: Instant,
): Promise<Outcome<Attempt<CourierEventRecorded>>> => {
  const { actor, shipmentId } = request;
  const before = await deps.ledger.record(shipmentKind, shipmentId);
  if (!before || !mayReport(actor, before)) return refuse({ code: 'shipment-unknown' });
  const to = await atOurDoor(deps.ledger, request, before);
  if (to && !to.ok) return to;
  const known = to ? asProven(request, to.value) : request;
  const told = toldEvent(known, before, toleranceOf(deps.pools, before.carrier), now);
  if (before.events.some((each) => isRepeat(each, told))) {
    const { state } = deliveryState(before.events);
    return done({ result: { shipmentId, state, isNew: false }, commit: {} });
  }
  const book = await deps.calendars.current();
  const heard = withNews(before, told);
  if (!heard) return refuse({ code: 'courier-event-invalid', reason: 'too-many-events' });
  const refused = isOurs(actor) ? bound(before, heard, book) : undefined;
  if (refused) return refused;
  const settled = await settlements(deps.ledger, actor, heard, now);
  if (!settled.ok) return settled;
  const { dossiers = [], records = [], isAgainstCustody: isDenied = false } = settled.value;
  const after = withAwaited(before, heard, { now, isDenied });
  return done({
    result: {
      shipmentId,
      state: deliveryState(after.events).state,
      isNew: true,
      ...invited(told, after, book),
    },
    commit: {
      dossiers,
      records: [
        recordWrite(shipmentKind, before, after),
        ...records,
        ...(await doorMoney(deps.ledger, after, actor)),
        ...(await listed(deps.ledger, before, after, { now, isDenied, told: briefly(told) })),
      ],
    },
  });
};

const briefly = ({ id, kind, occurredAt, rawCode }: CourierEvent) => ({
  id,
  kind,
  occurredAt,
  rawCode,
});

const mayReport = (actor: Actor, shipment: Shipment): boolean => {
  if (actor.kind === 'staff') return isPost(actor) && actor.office === shipment.office;
  return actor.kind === 'carrier' ? actor.id === shipment.carrier : actor.kind === 'system';
};

/**
 * Our own postman hands it to nobody but who may have it, asked of the dossier or the order as they stand.
 * Of a carrier's it is taken down what it says; whom it should not have been shows among the flags.
 */
const atOurDoor = async (
  ledger: UnitOfWork,
  { actor, event: { kind, proof }, documentNumber: number }: RecordCourierEvent,
  shipment: Shipment,
): Promise<Outcome<Entitled['as']> | undefined> => {
  if (!isOurs(actor) || kind !== 'delivered' || !proof) return undefined;
  const { receiverName: name = '', reference } = proof;
  return handingTo(await entitledAt(ledger, shipment), { name, number, reference });
};

const entitledAt = async (ledger: UnitOfWork, shipment: Shipment): Promise<readonly Entitled[]> => {
  const stored = shipment.dossierId && (await ledger.load(shipment.dossierId));
  if (stored) return entitledTo(ledger, stored);
  const order =
    shipment.returnOrder && (await ledger.record(returnOrderKind, shipment.returnOrder));
  return order ? entitledToOrder(order) : entitledOf(shipment);
};

const asProven = (request: RecordCourierEvent, receivedAs: Entitled['as']): RecordCourierEvent => {
  const { event } = request;
  return event.proof
    ? { ...request, event: { ...event, proof: { ...event.proof, receivedAs } } }
    : request;
};

const isOurs = (actor: Actor): boolean => actor.kind === 'staff';

const toleranceOf = (pools: readonly WaybillPool[], carrier: string): Milliseconds => {
  const ofCarrier = pools.filter((pool) => pool.carrier === carrier);
  const stated = ofCarrier.flatMap(({ clockToleranceMinutes }) => clockToleranceMinutes ?? []);
  return minutes(stated.length > 0 ? Math.max(...stated) : usualTolerance);
};

/** What was told, by whom, and whether it can have happened to this parcel. */
const toldEvent = (
  { actor, event }: RecordCourierEvent,
  { createdAt: from, events }: Shipment,
  tolerance: Milliseconds,
  now: Instant,
): CourierEvent => {
  const outside = outOfLife(event.occurredAt, { from, now, tolerance });
  // Of two stories it counts which was told first, also within one millisecond.
  const recordedAt = instant(Math.max(now, ...events.map((each) => each.recordedAt + 1)));
  return { ...event, recordedAt, toldBy: actorName(actor), ...(outside && { outOfLife: outside }) };
};

/** The same again changes nothing; another story under the same id is kept, and shows as such. */
const isRepeat = (known: CourierEvent, told: CourierEvent): boolean =>
  known.id === told.id &&
  known.kind === told.kind &&
  known.occurredAt === told.occurredAt &&
  known.outOfLife === told.outOfLife;

/**
 * What our own courier may not do. A carrier's word is only taken down: what it says has happened,
 * and a breach shows among the shipment's flags.
 */
const bound = (before: Shipment, after: Shipment, book: CalendarBook): Refused | undefined => {
  const event = after.events.at(-1);
  const invalid = (reason: string) => refuse({ code: 'courier-event-invalid', reason });
  if (event?.outOfLife) return invalid(event.outOfLife);
  if (event?.kind === 'delivered' && !event.proof) return invalid('no-proof-of-delivery');
  if (event?.kind === 'delivered' && before.collectOnDelivery && !event.collected)
    return invalid('collection-not-stated');
  const kept =
    event?.kind === 'delivered' &&
    refusedHandOver(expectedBack(before), event.takeBack, before.demandsOldPapers === true);
  if (kept) return kept;
  return tooEarly(before, after, book);
};

const tooEarly = (before: Shipment, after: Shipment, book: CalendarBook): Refused | undefined => {
  const known = invitations(before.events, book);
  const kept = invitations(after.events, book);
  if (!known.ok) return refuse({ code: 'calendar-missing', year: known.year });
  if (!kept.ok) return refuse({ code: 'calendar-missing', year: kept.year });
  if (!kept.value.isReturnedTooEarly || known.value.isReturnedTooEarly) return undefined;
  const { counted, next } = kept.value.plan;
  return refuse({
    code: 'return-too-early',
    invitations: counted.length,
    notBefore: next.step === 'deliver' ? undefined : next.notBefore,
  });
};

const invited = (
  { kind, occurredAt, outOfLife: outside }: CourierEvent,
  { events }: Shipment,
  book: CalendarBook,
): Pick<CourierEventRecorded, 'countsAsInvitation' | 'next'> => {
  const kept = invitations(events, book);
  if (kind !== 'attempt-failed' || !kept.ok) return {};
  const { counted, next } = kept.value.plan;
  return { countsAsInvitation: !outside && counted.includes(occurredAt), next };
};

/** The step of the dossier or the order, where these events mean one. */
const settlements = async (
  ledger: UnitOfWork,
  actor: Actor,
  shipment: Shipment,
  now: Instant,
): Promise<Outcome<Settlement>> => {
  const parcel = parcelOutcome(shipment.events);
  // Voided or declared lost: what is told of it is kept and listed, and moves nothing.
  if (parcel.outcome === 'under-way' || shipment.ended) return done({});
  if (shipment.returnOrder)
    return orderParcelSettled(ledger, shipment.returnOrder, { shipment, parcel }, now);
  if (!shipment.dossierId) return refuse({ code: 'dossier-unknown' });
  const found = await loadToAct(ledger, 'report-parcel', actor, shipment.dossierId);
  if (!found.ok) return found;
  const stored = found.value;
  const facts = concludeDelivery(stored.dossier, shipment.id, parcel, {
    oldPapers: shipment.oldPapers ?? [],
    by: isOurs(actor) ? 'our-courier' : 'carrier',
  });
  if (!facts.ok) return facts;
  if (isAgainstCustody(stored.dossier, parcel)) return done({ isAgainstCustody: true });
  return done({ dossiers: [writeOf(stored, facts.value, { actor, now, effectiveAt: parcel.at })] });
};

/** Money at the door is on the books with the news that tells of it, owed by who brought the news. */
const doorMoney = async (
  ledger: UnitOfWork,
  shipment: Shipment,
  actor: Actor,
): Promise<readonly RecordWrite[]> => {
  // No money was ever taken at a door where nothing was handed over.
  if (!shipment.events.some(({ kind }) => kind === 'delivered')) return [];
  const before = await ledger.record(doorMoneyKind, shipment.id);
  const after = moneyAtDoor(before, shipment, actorName(actor));
  return !after || after === before ? [] : [recordWrite(doorMoneyKind, before, after)];
};

interface Denied {
  readonly now: Instant;
  /** By the custody record. */
  readonly isDenied: boolean;
  readonly told: Pick<CourierEvent, 'id' | 'kind' | 'occurredAt' | 'rawCode'>;
}

/**
 * What was told and moves nothing is on a supervisor's list in the same write; what was told to have come back is
 * looked at each day until somebody has taken it in.
 */
const listed = async (
  ledger: UnitOfWork,
  before: Shipment,
  after: Shipment,
  { now, isDenied, told }: Denied,
): Promise<readonly RecordWrite[]> => {
  const isDisputed = disputesOf(after).length > disputesOf(before).length;
  const isBack = isAwaited(after) && !isAwaited(before);
  if (!isDenied && !isDisputed && !isBack) return [];
  const { waybill: id, carrier } = after;
  const known = await ledger.record(waybillCaseKind, id);
  // A case that is open already is looked at each day anyway.
  if (!isDenied && !isDisputed && known && known.state !== 'resolved') return [];
  const state = isDisputed ? 'news-disputed' : 'waiting';
  const next = isDenied
    ? withRefusedNews(known, { id, carrier }, { ...told, why: 'papers-elsewhere' }, now)
    : waybillCaseAfter(known, { id, carrier, state }, after, now);
  return !next || next === known ? [] : [recordWrite(waybillCaseKind, known, next)];
};
