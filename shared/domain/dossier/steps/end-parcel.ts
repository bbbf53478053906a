import { heldBy, shared } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { LossKnownBy, VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import type { Delivery, Dossier } from '../dossier.ts';
import type { DossierEvent } from '../dossier-event.ts';
import { handing } from '../handing.ts';
import { isUnderWay, isWithCarrier } from './return-result.ts';
import type { Decision } from './step.ts';

/** The last parcel, where it is this one and is still out so, and was not handed over at the counter. */
const lastOne = (
  dossier: Dossier,
  shipment: ShipmentId,
  isOut: (dossier: Dossier) => boolean,
): Delivery | undefined =>
  dossier.delivery?.shipment === shipment && isOut(dossier) && !dossier.pickUp
    ? dossier.delivery
    : undefined;

const notUnderWay = (step: string) =>
  refuse({ code: 'step-not-allowed', state: 'parcel-ended', step });

/** What the parcel holds by the custody ledger, and nothing that left it otherwise. */
const heldIn = ({ custody }: Dossier, { shipment, papers = [] }: Delivery): readonly Paper[] =>
  shared(heldBy(custody, { kind: 'carrier', id: shipment }), papers);

/**
 * Huỷ nhãn: a label with a wrong address, or one that the carrier refuses, before anybody carried the parcel.
 * Its papers lie again where they lay when it was made; the number is used up.
 */
export const voidParcel = (
  dossier: Dossier,
  shipment: ShipmentId,
  why: VoidedWhy,
  events: readonly DossierEvent[],
): Decision => {
  const parcel = lastOne(dossier, shipment, isUnderWay);
  if (!parcel) return notUnderWay('void-parcel');
  const here = heldIn(dossier, parcel);
  const back = sourcesOf(shipment, events).map(({ from, papers }) => ({
    to: from,
    papers: shared(here, papers),
  }));
  return handing(dossier, [
    { type: 'parcel-voided', shipment, why, back: back.filter(({ papers }) => papers.length > 0) },
  ]);
};

/** Out of whose hands its papers came; nothing is known of a parcel made before that was kept. */
const sourcesOf = (shipment: ShipmentId, events: readonly DossierEvent[]) =>
  events.flatMap(({ fact }) =>
    (fact.type === 'result-dispatched' || fact.type === 'papers-dispatched') &&
    fact.shipment === shipment
      ? (fact.papers ?? [])
      : [],
  );

/**
 * Nhận lại bưu gửi, by the clerk who has it in hand: what its carrier tells to have come back, and old papers that
 * its postman took at the door. Until then the carrier answers for them.
 */
export const takeInParcel = (dossier: Dossier, shipment: ShipmentId): Decision => {
  const { custody, delivery, office } = dossier;
  if (delivery?.shipment === shipment && isUnderWay(dossier))
    return refuse({ code: 'step-not-allowed', state: 'dispatched', step: 'take-in-parcel' });
  const papers = heldBy(custody, { kind: 'carrier', id: shipment });
  return papers.length > 0
    ? handing(dossier, [{ type: 'papers-taken-back', papers, office, shipment }])
    : refuse({ code: 'papers-elsewhere' });
};

/**
 * Báo mất bưu gửi (QĐ 45/2016 art. 14): what lay in it is missing, and the waybill is dead. The agency makes
 * the result anew, and another parcel costs the citizen nothing. Also of what its carrier tells to have brought
 * back, as long as nobody has taken it in.
 */
export const declareLost = (
  dossier: Dossier,
  shipment: ShipmentId,
  knownBy: LossKnownBy,
): Decision => {
  const parcel = lastOne(dossier, shipment, isWithCarrier);
  if (!parcel) return notUnderWay('declare-loss');
  const { waybill } = parcel;
  const papers = heldIn(dossier, parcel);
  return handing(dossier, [{ type: 'parcel-lost', shipment, waybill, knownBy, papers }]);
};

/** The parcel that was lost last, and whether the citizen still waits for what was in it. */
export const lastLost = ({ earlierDeliveries = [] }: Dossier): Delivery | undefined =>
  earlierDeliveries.findLast(({ lostAt }) => lostAt !== undefined);
