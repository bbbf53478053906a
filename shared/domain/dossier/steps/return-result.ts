import type { Procedure } from '#domain/catalogue/procedure.ts';
import { heldBy, lacking, shared } from '#domain/custody/holding.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { AuthorisationId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Receiver } from '#domain/shipment/pick-up.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Delivery, Dossier } from '../dossier.ts';
import type { DossierFact } from '../dossier-event.ts';
import { stillOwed } from './handover.ts';
import { type Decision, forbidden } from './step.ts';

export interface Dispatch {
  readonly shipment: ShipmentId;
  readonly carrier: string;
  readonly waybill: string;
}

/**
 * The result leaves for the citizen, and with it the originals that come back with it, out of the hands that
 * have them. A second parcel only where the first came back; none while a pouch has the papers.
 */
export const dispatchResult = (
  dossier: Dossier,
  procedure: Procedure,
  dispatch: Dispatch,
): Decision => {
  const refused = forbidden('dispatch', dossier.status);
  if (refused) return refused;
  if (dossier.delivery && dossier.delivery.returnedAt === undefined)
    return refuse({ code: 'step-not-allowed', status: 'dispatched', step: 'dispatch' });
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  const papers = goingAlong(dossier, procedure);
  return done([{ type: 'result-dispatched', ...dispatch, papers }]);
};

/** What is owed and not with the citizen yet, by the hand that gives it to the carrier. */
const goingAlong = (dossier: Dossier, procedure: Procedure) => {
  const { custody, office, department } = dossier;
  const hands: readonly Party[] = [
    ...(department ? [{ kind: 'agency', id: department.agency } as const] : []),
    { kind: 'office', id: office },
  ];
  let wanted = stillOwed(dossier, procedure);
  return hands.flatMap((from) => {
    const papers = shared(heldBy(custody, from), wanted);
    wanted = lacking(papers, wanted);
    return papers.length > 0 ? [{ from, papers }] : [];
  });
};

/**
 * What the parcel's news means for the dossier: status 10 only on proof of delivery to the citizen,
 * status 9 again where it turns out to have gone back. The same news changes nothing, and neither
 * does news of an earlier parcel or of one that was picked up at the counter.
 */
export const settleDelivery = (
  dossier: Dossier,
  shipment: ShipmentId,
  parcel: ParcelOutcome,
): Decision => {
  const { delivery, earlierDeliveries = [], pickUp } = dossier;
  const isOurs = [...earlierDeliveries, delivery].some((each) => each?.shipment === shipment);
  if (!delivery || !isOurs) return refuse({ code: 'shipment-unknown' });
  if (delivery.shipment !== shipment || pickUp) return done([]);
  return forbidden('deliver', dossier.status) ?? done(factsOf(delivery, parcel));
};

const factsOf = (delivery: Delivery, parcel: ParcelOutcome): readonly DossierFact[] => {
  const { shipment, deliveredAt, returnedAt, heldAt } = delivery;
  switch (parcel.outcome) {
    case 'delivered':
      if (deliveredAt === parcel.at) return [];
      return [{ type: 'result-delivered', shipment, deliveredAt: parcel.at }];
    case 'returned-to-agency':
      if (returnedAt === parcel.at) return [];
      return [{ type: 'result-returned-to-agency', shipment, returnedAt: parcel.at }];
    case 'held':
      // Told once a parcel: every further visit ends at the same office.
      return heldAt === undefined ? [{ type: 'result-held', shipment, heldAt: parcel.at }] : [];
    case 'under-way':
      return [];
  }
};

/** Ủy quyền nhận kết quả (QĐ 45/2016 art. 10). A later paper replaces the one before. */
export const authoriseRecipient = (dossier: Dossier, authorisation: AuthorisationId): Decision =>
  forbidden('authorise-recipient', dossier.status) ??
  done([{ type: 'recipient-authorised', authorisation }]);

export interface HandOver {
  readonly pickUp: PickUpId;
  readonly receiver: Receiver;
  readonly handedAt: Instant;
  readonly proofSha256: string;
}

/** Trả kết quả tại quầy, from the office's shelf: never out of a parcel or a pouch under way. */
export const pickUpResult = (
  dossier: Dossier,
  handOver: HandOver,
  isAtCounter: boolean,
): Decision => {
  const refused = forbidden('pick-up', dossier.status);
  if (refused) return refused;
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  if (!isAtCounter) return refuse({ code: 'result-under-way' });
  return done([{ type: 'result-picked-up', ...handOver }]);
};
