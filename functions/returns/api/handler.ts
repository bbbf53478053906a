import type { makeCreateShipment } from '#application/returns/create-shipment.ts';
import { visibleShipment } from '#application/returns/read-shipment.ts';
import type { makeRecordCourierEvent } from '#application/returns/record-courier-event.ts';
import type { makeTakeCourierWebhook } from '#application/returns/take-courier-webhook.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { kindOfVnpostCode } from '#domain/shipment/vnpost-codes.ts';
import type { Handlers } from '#edge/call.ts';
import { instantOf } from '#edge/iso-time.ts';
import { shipmentView } from '#edge/views/shipment.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly create: ReturnType<typeof makeCreateShipment>;
  readonly record: ReturnType<typeof makeRecordCourierEvent>;
  readonly webhook: ReturnType<typeof makeTakeCourierWebhook>;
  readonly ledger: DossierLedger;
}

interface ReportedEvent {
  readonly code: string;
  readonly occurredAt: string;
  readonly note?: string | undefined;
  readonly proof?:
    | {
        readonly receiverName: string;
        readonly relation?: string | undefined;
        readonly identityChecked: boolean;
        readonly signatureSha256?: string | undefined;
        readonly photoSha256?: string | undefined;
      }
    | undefined;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  createShipment: async ({ actor, idempotency, body }) => {
    const { recipient, carrier } = body;
    const dossierId = body.dossierId as DossierId;
    const created = await on.create({ actor, idempotency, dossierId, carrier, recipient });
    return created.ok ? { status: 201, body: created.value } : created;
  },
  readShipment: async ({ actor, params }) => {
    const shipment = await visibleShipment(on.ledger, actor, params.shipmentId as ShipmentId);
    return shipment.ok ? { status: 200, body: shipmentView(shipment.value) } : shipment;
  },
  recordCourierEvent: async ({ actor, idempotency, params, body }) => {
    const id = `${actor.id}:${idempotency?.key ?? ''}`;
    const shipmentId = params.shipmentId as ShipmentId;
    const event = courierEvent(id, body);
    const recorded = await on.record({ actor, idempotency, shipmentId, event });
    return recorded.ok ? { status: 200, body: recorded.value } : recorded;
  },
  receiveCourierWebhook: async ({ params, body, headers, rawBody }) => {
    const taken = await on.webhook({
      carrier: params.carrier,
      timestamp: headers['x-timestamp'],
      signature: headers['x-signature'],
      rawBody,
      waybill: body.waybill,
      event: courierEvent(`${params.carrier}:${body.eventId}`, body),
    });
    return taken.ok ? { status: 200, body: { isNew: taken.value.isNew } } : taken;
  },
});

const courierEvent = (id: string, { code, occurredAt, note, proof }: ReportedEvent) => ({
  id,
  kind: kindOfVnpostCode(code),
  rawCode: code,
  occurredAt: instantOf(occurredAt),
  ...(note !== undefined && { attemptReason: note }),
  ...(proof && { proof: withoutUndefined(proof) }),
});

const withoutUndefined = (proof: NonNullable<ReportedEvent['proof']>) => ({
  receiverName: proof.receiverName,
  identityChecked: proof.identityChecked,
  ...(proof.relation !== undefined && { relation: proof.relation }),
  ...(proof.signatureSha256 !== undefined && { signatureSha256: proof.signatureSha256 }),
  ...(proof.photoSha256 !== undefined && { photoSha256: proof.photoSha256 }),
});
