import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { type Anomaly, type Delivery, deliveryState } from './delivery.ts';
import { invitations } from './invitations.ts';
import { isOneOf } from './proof.ts';
import type { Shipment } from './shipment.ts';

/** What a person should look at in a shipment, beyond what its events alone show. */
export type Flag =
  | Anomaly
  /** Breach of TT 17/2017: sent back before two invitations and the time to answer them. */
  | 'returned-too-early'
  /** Handed to somebody who is neither the recipient nor authorised (QĐ 45/2016 art. 10). */
  | 'receiver-not-authorised'
  | 'collection-differs'
  | 'collection-not-stated'
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
  const { recipient, authorised } = shipment;
  const name = delivery.proof?.receiverName;
  const mayTake = [recipient.name, ...(authorised ? [authorised.name] : [])];
  return [
    ...(name && !isOneOf(name, mayTake) ? (['receiver-not-authorised'] as const) : []),
    ...collectionFlags(shipment, delivery),
  ];
};

const collectionFlags = ({ collectOnDelivery: due }: Shipment, { collected }: Delivery): Flag[] => {
  if (!collected) return due ? ['collection-not-stated'] : [];
  const { stateFeesVnd, codVnd } = due ?? { stateFeesVnd: 0, codVnd: 0 };
  const isSame = collected.stateFeesVnd === stateFeesVnd && collected.codVnd === codVnd;
  return isSame ? [] : ['collection-differs'];
};
