import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import type {
  CourierEventRecorded,
  makeRecordCourierEvent,
  RecordCourierEvent,
} from './record-courier-event.ts';

/** What came in, as signed: the event is not believed before the signature is. */
export interface CourierWebhook {
  readonly carrier: string;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly rawBody: string;
  readonly waybill: string;
  readonly event: RecordCourierEvent['event'];
}

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly record: ReturnType<typeof makeRecordCourierEvent>;
}

const oldest = minutes(5);
const newest = minutes(1);

/**
 * A carrier's message: signature over timestamp and body, a timestamp of the last five minutes, and
 * a waybill that this carrier was given. A replay inside the window is a repeat and changes nothing.
 */
export const makeTakeCourierWebhook =
  ({ ledger, clock, seals, record }: Deps) =>
  async (webhook: CourierWebhook): Promise<Outcome<CourierEventRecorded>> => {
    if (!isFresh(webhook.timestamp, clock.now()) || !(await isSigned(seals, webhook)))
      return refuse({ code: 'webhook-forged' });
    const found = await ledger.findRecord(shipmentKind, webhook.waybill);
    if (!found) return refuse({ code: 'shipment-unknown' });
    const actor = { kind: 'carrier', id: webhook.carrier } as const;
    return record({ actor, shipmentId: found as ShipmentId, event: webhook.event });
  };

const isFresh = (timestamp: string | undefined, now: Instant): boolean => {
  if (!timestamp || !/^\d{10}$/.test(timestamp)) return false;
  const age = now - Number(timestamp) * 1_000;
  return age <= oldest && age >= -newest;
};

const isSigned = async (
  seals: Seals,
  { carrier, timestamp, signature, rawBody }: CourierWebhook,
): Promise<boolean> => {
  const [, hex] = /^v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  return hex !== undefined && seals.isCarrierSignature(carrier, `${timestamp}.${rawBody}`, hex);
};
