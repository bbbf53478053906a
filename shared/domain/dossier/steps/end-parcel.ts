import { heldBy, shared } from '#domain/custody/holding.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { LossKnownBy, VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import type { Delivery, Dossier } from '../dossier.ts';
import type { DossierEvent } from '../dossier-event.ts';
import { handing } from '../handing.ts';
import { isUnderWay } from './return-result.ts';
import { type Decision, forbidden } from './step.ts';

/** The last parcel, where it is this one and has not ended, at the counter neither. */
const underWay = (dossier: Dossier, shipment: ShipmentId): Delivery | undefined =>
  dossier.delivery?.shipment === shipment && isUnderWay(dossier) && !dossier.pickUp
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
  const parcel = underWay(dossier, shipment);
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
 * Báo mất bưu gửi (QĐ 45/2016 art. 14): what lay in it is missing, and the waybill is dead. The agency makes
 * the result anew, and another parcel costs the citizen nothing.
 */
export const declareLost = (
  dossier: Dossier,
  shipment: ShipmentId,
  knownBy: LossKnownBy,
): Decision => {
  const parcel = underWay(dossier, shipment);
  if (!parcel) return notUnderWay('declare-loss');
  const { waybill } = parcel;
  const papers = heldIn(dossier, parcel);
  return handing(dossier, [{ type: 'parcel-lost', shipment, waybill, knownBy, papers }]);
};

/** The parcel that was lost last, and whether the citizen still waits for what was in it. */
export const lastLost = ({ earlierDeliveries = [] }: Dossier): Delivery | undefined =>
  earlierDeliveries.findLast(({ lostAt }) => lostAt !== undefined);

/** Cấp lại kết quả: the agency makes anew what was lost on the way. */
export const reissueResult = (dossier: Dossier, agency: string): Decision => {
  const refused = forbidden('reissue-result', dossier.status);
  if (refused) return refused;
  const lost = lastLost(dossier);
  const isMissing =
    lost && shared(heldBy(dossier.custody, { kind: 'missing', id: lost.shipment }), [resultPaper]);
  return lost && isMissing && isMissing.length > 0
    ? handing(dossier, [{ type: 'result-reissued', agency, shipment: lost.shipment }])
    : refuse({ code: 'nothing-lost' });
};
