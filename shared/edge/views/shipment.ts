import { deliveryState } from '#domain/shipment/delivery.ts';
import type { Shipment } from '#domain/shipment/shipment.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';

/** A shipment from outside: its events, and the state that follows from them. */
export const shipmentView = (shipment: Shipment) => {
  const { state, attempts, deliveredAt, anomalies } = deliveryState(shipment.events);
  return {
    shipmentId: shipment.id,
    dossierId: shipment.dossierId,
    dossierCode: shipment.dossierCode,
    carrier: shipment.carrier,
    waybill: shipment.waybill,
    recipient: shipment.recipient,
    createdAt: isoVietnam(shipment.createdAt),
    state,
    attempts,
    ...(deliveredAt !== undefined && { deliveredAt: isoVietnam(deliveredAt) }),
    anomalies: [...anomalies],
    events: shipment.events.map(({ id, kind, rawCode, occurredAt, recordedAt }) => ({
      id,
      kind,
      rawCode,
      occurredAt: isoVietnam(occurredAt),
      recordedAt: isoVietnam(recordedAt),
    })),
  };
};
