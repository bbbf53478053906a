import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { type Anomaly, type Delivery, deliveryState } from '#domain/shipment/delivery.ts';
import type { ProofOfDelivery } from '#domain/shipment/proof.ts';
import { type ReceiverFlaw, receiverOf } from '#domain/shipment/receiver.ts';
import { notTaken, takeBackFlaw } from '#domain/shipment/take-back.ts';
import { invitations } from './invitations.ts';
import { entitledOf, expectedBack, type Shipment } from './shipment.ts';

/** What a person should look at in a shipment, beyond what its events alone show. */
export type Flag =
  | Anomaly
  /** Breach of TT 17/2017: sent back before two invitations and the time to answer them. */
  | 'returned-too-early'
  /** Of whom a carrier's postman handed it to (QĐ 45/2016 art. 10). */
  | ReceiverFlaw
  | 'collection-differs'
  | 'collection-not-stated'
  /** Old papers that were to come back (TT 17/2017), and a hand-over that does not account for them. */
  | 'take-back-not-stated'
  | 'take-back-differs'
  /** The procedure lets no result go without them, and the carrier's postman did. */
  | 'old-papers-not-taken'
  | 'carrier-refused-order'
  | 'event-after-pick-up'
  /** Something is told of a parcel whose label was voided, or that was declared lost: it is somewhere. */
  | 'news-of-voided'
  | 'found-after-declared-loss';

export const flagsOf = (shipment: Shipment, book: CalendarBook): readonly Flag[] => {
  const delivery = deliveryState(shipment.events);
  const kept = invitations(shipment.events, book);
  const flags: Flag[] = [
    ...delivery.anomalies,
    ...(kept.ok && kept.value.isReturnedTooEarly ? (['returned-too-early'] as const) : []),
    ...handOverFlags(shipment, delivery),
    ...(shipment.announcement?.state === 'refused' ? (['carrier-refused-order'] as const) : []),
    ...afterPickUp(shipment, delivery),
    ...afterEnd(shipment),
  ];
  return flags.sort();
};

/** What is strange about how the result changed hands. */
const handOverFlags = (shipment: Shipment, delivery: Delivery): readonly Flag[] => {
  if (delivery.state !== 'delivered') return [];
  return [
    ...receiverFlags(shipment, delivery.proof),
    ...collectionFlags(shipment, delivery),
    ...takeBackFlags(shipment, delivery),
  ];
};

const afterPickUp = (shipment: Shipment, { state }: Delivery): readonly Flag[] =>
  shipment.pickedUp && state === 'delivered' ? ['event-after-pick-up'] : [];

/**
 * What somebody has to look into where a parcel was handed over: to the wrong person, without proof, twice,
 * with other money or papers than were due. Not what the time alone makes strange.
 */
export const deliveryFlags = (shipment: Shipment): readonly Flag[] => {
  const delivery = deliveryState(shipment.events);
  const unproven = delivery.anomalies.filter((each) => each === 'delivered-without-proof');
  const flags = [
    ...unproven,
    ...handOverFlags(shipment, delivery),
    ...afterPickUp(shipment, delivery),
    ...afterEnd(shipment),
  ];
  return flags.sort();
};

/** A lost parcel that turns up goes back to its agency; whoever is told of it sees to that. */
const afterEnd = ({ ended, events }: Shipment): readonly Flag[] => {
  if (!ended || events.length === ended.events) return [];
  return [ended.how === 'voided' ? 'news-of-voided' : 'found-after-declared-loss'];
};

/** A proof without a name is a flaw of its own (`delivered-without-proof`). */
const receiverFlags = (shipment: Shipment, proof: ProofOfDelivery | undefined): Flag[] => {
  const { receiverName: name, reference, receivedAs } = proof ?? {};
  if (name === undefined || receivedAs !== undefined) return [];
  const verdict = receiverOf(entitledOf(shipment), { name, reference });
  return verdict.ok ? [] : [verdict.flaw];
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
