import { erasedText } from '#domain/history/sealed-text.ts';
import { proofOfNobody } from '#domain/retention/without-persons.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import type { Shipment } from './shipment.ts';

const newsOfNobody = (event: CourierEvent): CourierEvent => {
  const { attemptReason: _, place: __, proof, ...rest } = event;
  return { ...rest, ...(proof && { proof: proofOfNobody(proof) }) };
};

/** Hết thời hạn lưu trữ: the parcel with its waybill, its news and its sums, and nobody's name or address. */
export const shipmentOfNobody = (shipment: Shipment): Shipment => {
  const {
    entitled: _,
    ownerName: __,
    authorised: ___,
    moreThanDue,
    ended,
    reviewed,
    ...rest
  } = shipment;
  return {
    ...rest,
    version: shipment.version + 1,
    recipient: { name: erasedText, address: erasedText },
    events: shipment.events.map(newsOfNobody),
    ...(moreThanDue !== undefined && { moreThanDue: erasedText }),
    ...(ended && { ended: { ...ended, reason: erasedText } }),
    ...(reviewed && { reviewed: { ...reviewed, finding: erasedText } }),
  };
};
