import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { type Anomaly, type Delivery, deliveryState } from '#domain/shipment/delivery.ts';
import { isOneOf, type ProofOfDelivery } from '#domain/shipment/proof.ts';
import { notTaken, takeBackFlaw } from '#domain/shipment/take-back.ts';
import { invitations } from './invitations.ts';
import { expectedBack, type Shipment } from './shipment.ts';

/** What a person should look at in a shipment, beyond what its events alone show. */
export type Flag =
  | Anomaly
  /** Breach of TT 17/2017: sent back before two invitations and the time to answer them. */
  | 'returned-too-early'
  /** Handed to somebody who is neither the recipient nor authorised (QĐ 45/2016 art. 10). */
  | 'receiver-not-authorised'
  /** Authorised, and no giấy ủy quyền was shown, or another than the one on record. */
  | 'authorisation-not-shown'
  | 'collection-differs'
  | 'collection-not-stated'
  /** Old papers that were to come back (TT 17/2017), and a hand-over that does not account for them. */
  | 'take-back-not-stated'
  | 'take-back-differs'
  /** The procedure lets no result go without them, and the carrier's postman did. */
  | 'old-papers-not-taken'
  | 'carrier-refused-order'
  | 'event-after-pick-up';

export const flagsOf = (shipment: Shipment, book: CalendarBook): readonly Flag[] => {
  const delivery = deliveryState(shipment.events);
  const kept = invitations(shipment.events, book);
  const flags: Flag[] = [
    ...delivery.anomalies,
    ...(kept.ok && kept.value.isReturnedTooEarly ? (['returned-too-early'] as const) : []),
    ...handOverFlags(shipment, delivery),
    ...(shipment.announcement?.state === 'refused' ? (['carrier-refused-order'] as const) : []),
    ...(shipment.pickedUp && delivery.state === 'delivered'
      ? (['event-after-pick-up'] as const)
      : []),
  ];
  return flags.sort();
};

const handOverFlags = (shipment: Shipment, delivery: Delivery): readonly Flag[] => {
  if (delivery.state !== 'delivered') return [];
  return [
    ...receiverFlags(shipment, delivery.proof),
    ...collectionFlags(shipment, delivery),
    ...takeBackFlags(shipment, delivery),
  ];
};

/** A proof without a name is a flaw of its own (`delivered-without-proof`). */
const receiverFlags = (
  { recipient, ownerName, authorised }: Shipment,
  proof: ProofOfDelivery | undefined,
): Flag[] => {
  const name = proof?.receiverName;
  const owners = [recipient.name, ...(ownerName === undefined ? [] : [ownerName])];
  // Addressed to whom the owner has authorised: even so the paper is shown at the door.
  const isOwner = name === undefined || isOneOf(name, owners.slice(-1));
  if (isOwner) return [];
  if (authorised && isOneOf(name, [authorised.name]))
    return proof?.reference === authorised.reference ? [] : ['authorisation-not-shown'];
  return isOneOf(name, owners) ? [] : ['receiver-not-authorised'];
};

const takeBackFlags = (shipment: Shipment, { takeBack }: Delivery): Flag[] => {
  const expected = expectedBack(shipment);
  const flaw = takeBackFlaw(expected, takeBack);
  const isKept = shipment.demandsOldPapers && notTaken(expected, takeBack).length > 0;
  return [...(flaw ? [flaw] : []), ...(isKept ? (['old-papers-not-taken'] as const) : [])];
};

const collectionFlags = ({ collectOnDelivery: due }: Shipment, { collected }: Delivery): Flag[] => {
  if (!collected) return due ? ['collection-not-stated'] : [];
  const { stateFeesVnd, codVnd } = due ?? { stateFeesVnd: 0, codVnd: 0 };
  const isSame = collected.stateFeesVnd === stateFeesVnd && collected.codVnd === codVnd;
  return isSame ? [] : ['collection-differs'];
};
