import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { type Actor, isPost } from '#domain/actor/actor.ts';
import { deliverResult } from '#domain/dossier/steps/return-result.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { type DeliveryState, deliveryState } from '#domain/shipment/delivery.ts';
import type { Shipment } from '#domain/shipment/shipment.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import type { DossierWrite } from '#ports/dossier-ledger.ts';

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
}

const eventsKept = 200;
/** A carrier's clock may run a little ahead of ours. */
const clockTolerance = minutes(10);

/**
 * Takes in what a carrier or postman says happened. The state is a function of the set of events,
 * so late, repeated and reordered messages end in the same state; proof of delivery to the citizen
 * closes the dossier in the same transaction.
 */
export const makeRecordCourierEvent = (deps: Deciding) => (request: RecordCourierEvent) =>
  decideOnce<CourierEventRecorded>(deps, request.idempotency, (now) => take(deps, request, now));

const take = async (
  deps: Deciding,
  { actor, shipmentId, event }: RecordCourierEvent,
  now: Instant,
): Promise<Outcome<Attempt<CourierEventRecorded>>> => {
  const before = await deps.ledger.record('shipment', shipmentId);
  if (!before || !mayReport(actor, before)) return refuse({ code: 'shipment-unknown' });
  const flaw = flawOf(event, before, now);
  if (flaw) return refuse({ code: 'courier-event-invalid', reason: flaw });
  if (before.events.some(({ id }) => id === event.id)) {
    const { state } = deliveryState(before.events);
    return done({ result: { shipmentId, state, isNew: false }, commit: { dossiers: [] } });
  }
  const events = [...before.events, { ...event, recordedAt: now }];
  const after = { ...before, version: before.version + 1, events };
  const dossiers = await closings(deps, actor, after, now);
  if (!dossiers.ok) return dossiers;
  return done({
    result: { shipmentId, state: deliveryState(events).state, isNew: true },
    commit: { dossiers: dossiers.value, records: [{ kind: 'shipment', before, after }] },
  });
};

const mayReport = (actor: Actor, shipment: Shipment): boolean =>
  actor.kind === 'carrier'
    ? actor.id === shipment.carrier
    : actor.kind === 'system' || (isPost(actor) && actor.office === shipment.office);

const flawOf = (
  event: RecordCourierEvent['event'],
  shipment: Shipment,
  now: Instant,
): string | undefined => {
  if (event.occurredAt > plus(now, clockTolerance)) return 'in-the-future';
  if (event.kind === 'delivered' && !event.proof) return 'no-proof-of-delivery';
  if (shipment.events.length >= eventsKept) return 'too-many-events';
  return undefined;
};

/** The dossier's step, where these events prove that the citizen has the result. */
const closings = async (
  { ledger }: Deciding,
  actor: Actor,
  shipment: Shipment,
  now: Instant,
): Promise<Outcome<readonly DossierWrite[]>> => {
  const { state, deliveredAt } = deliveryState(shipment.events);
  if (state !== 'delivered' || deliveredAt === undefined) return done([]);
  const stored = await ledger.load(shipment.dossierId);
  if (!stored) return refuse({ code: 'dossier-unknown' });
  const facts = deliverResult(stored.dossier, shipment.id, deliveredAt);
  if (!facts.ok) return facts;
  return done([writeOf(stored, facts.value, { actor, now, effectiveAt: deliveredAt })]);
};
