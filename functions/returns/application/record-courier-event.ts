import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { type Actor, isPost } from '#domain/actor/actor.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { actorName } from '#domain/dossier/record.ts';
import { concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { type DeliveryState, deliveryState } from '#domain/shipment/delivery.ts';
import { parcelOutcome } from '#domain/shipment/outcome.ts';
import { refusedHandOver } from '#domain/shipment/take-back.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { moneyAtDoor } from '#functions/money/domain/door-money.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import type { AttemptPlan } from '#functions/returns/domain/attempts.ts';
import { invitations } from '#functions/returns/domain/invitations.ts';
import { concludeOrder } from '#functions/returns/domain/return-order.ts';
import { expectedBack, type Shipment } from '#functions/returns/domain/shipment.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Commit, UnitOfWork } from '#ports/unit-of-work.ts';
import { orderChange } from './order-change.ts';
import { orderPapersAfter } from './order-papers.ts';

export interface RecordCourierEvent {
  readonly actor: Actor;
  readonly idempotency?: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
  readonly event: Omit<CourierEvent, 'recordedAt'>;
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
}

const eventsKept = 200;
/** A carrier's clock may run a little ahead of ours. */
const clockTolerance = minutes(10);

/**
 * Takes in what a carrier or postman says happened. The state is a function of the set of events,
 * so late, repeated and reordered messages end in the same state; what the parcel came to reaches
 * its dossier or its order in the same transaction.
 */
export const makeRecordCourierEvent = (deps: Deps) => (request: RecordCourierEvent) =>
  decideOnce<CourierEventRecorded>(deps, request.idempotency, (now) => take(deps, request, now));

const take = async (
  deps: Deps,
  { actor, shipmentId, event }: RecordCourierEvent,
  now: Instant,
): Promise<Outcome<Attempt<CourierEventRecorded>>> => {
  const before = await deps.ledger.record(shipmentKind, shipmentId);
  if (!before || !mayReport(actor, before)) return refuse({ code: 'shipment-unknown' });
  if (before.events.some(({ id }) => id === event.id)) {
    const { state } = deliveryState(before.events);
    return done({ result: { shipmentId, state, isNew: false }, commit: {} });
  }
  const book = await deps.calendars.current();
  const after: Shipment = {
    ...before,
    version: before.version + 1,
    events: [...before.events, { ...event, recordedAt: now }],
  };
  const refused =
    flawOf(event, before, now) ?? (isOurs(actor) ? bound(before, after, book) : undefined);
  if (refused) return refused;
  const settled = await settlements(deps.ledger, actor, after, now);
  if (!settled.ok) return settled;
  const { dossiers = [], records = [] } = settled.value;
  return done({
    result: {
      shipmentId,
      state: deliveryState(after.events).state,
      isNew: true,
      ...invited(event, after, book),
    },
    commit: {
      dossiers,
      records: [
        recordWrite(shipmentKind, before, after),
        ...records,
        ...(await doorMoney(deps.ledger, after, actor)),
      ],
    },
  });
};

const mayReport = (actor: Actor, shipment: Shipment): boolean =>
  actor.kind === 'carrier'
    ? actor.id === shipment.carrier
    : actor.kind === 'system' || (isPost(actor) && actor.office === shipment.office);

const isOurs = (actor: Actor): boolean => actor.kind === 'staff';

const flawOf = (
  event: RecordCourierEvent['event'],
  { events }: Shipment,
  now: Instant,
): Refused | undefined => {
  const invalid = (reason: string) => refuse({ code: 'courier-event-invalid', reason });
  if (event.occurredAt > plus(now, clockTolerance)) return invalid('in-the-future');
  return events.length >= eventsKept ? invalid('too-many-events') : undefined;
};

/**
 * What our own courier may not do. A carrier's word is only taken down: what it says has happened,
 * and a breach shows among the shipment's flags.
 */
const bound = (before: Shipment, after: Shipment, book: CalendarBook): Refused | undefined => {
  const event = after.events.at(-1);
  const invalid = (reason: string) => refuse({ code: 'courier-event-invalid', reason });
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
  { kind, occurredAt }: RecordCourierEvent['event'],
  { events }: Shipment,
  book: CalendarBook,
): Pick<CourierEventRecorded, 'countsAsInvitation' | 'next'> => {
  const kept = invitations(events, book);
  if (kind !== 'attempt-failed' || !kept.ok) return {};
  const { counted, next } = kept.value.plan;
  return { countsAsInvitation: counted.includes(occurredAt), next };
};

/** The step of the dossier or the order, where these events mean one. */
const settlements = async (
  ledger: UnitOfWork,
  actor: Actor,
  shipment: Shipment,
  now: Instant,
): Promise<Outcome<Pick<Commit, 'dossiers' | 'records'>>> => {
  const parcel = parcelOutcome(shipment.events);
  if (parcel.outcome === 'under-way') return done({});
  if (shipment.returnOrder) {
    const before = await ledger.record(returnOrderKind, shipment.returnOrder);
    if (!before) return refuse({ code: 'return-order-unknown' });
    const after = concludeOrder(before, shipment.id, parcel);
    const { waybill } = shipment;
    const papers = await orderPapersAfter(ledger, after, shipment, parcel);
    return done({
      records: [...orderChange(before, after, { waybill, now }), ...papers],
    });
  }
  const stored = shipment.dossierId && (await ledger.load(shipment.dossierId));
  if (!stored) return refuse({ code: 'dossier-unknown' });
  const facts = concludeDelivery(stored.dossier, shipment.id, parcel, shipment.oldPapers);
  if (!facts.ok) return facts;
  return done({ dossiers: [writeOf(stored, facts.value, { actor, now, effectiveAt: parcel.at })] });
};

/** Money at the door is on the books with the news that tells of it, owed by who brought the news. */
const doorMoney = async (
  ledger: UnitOfWork,
  shipment: Shipment,
  actor: Actor,
): Promise<readonly RecordWrite[]> => {
  const before = await ledger.record(doorMoneyKind, shipment.id);
  const after = moneyAtDoor(before, shipment, actorName(actor));
  return !after || after === before ? [] : [recordWrite(doorMoneyKind, before, after)];
};
