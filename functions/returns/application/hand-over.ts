import type { Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { Authorisation, PickUp, Receiver } from '#domain/shipment/pick-up.ts';
import { isOneOf, type ProofOfDelivery } from '#domain/shipment/proof.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';

/** What the clerk says of who came to the counter, whatever it is that lies there. */
export interface AtTheCounter {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly receiver: Receiver;
  /** Giấy ủy quyền: the one on record, where somebody else came. */
  readonly reference?: string | undefined;
  readonly proof: ProofOfDelivery & { readonly receiverName: string };
  readonly takeBack?: readonly TakeBackLine[] | undefined;
}

/** The record whose hash the history keeps: its fields stand in this order. */
export const pickUpRecord = (
  { actor, receiver, reference, proof }: AtTheCounter,
  of: Pick<PickUp, 'dossierId' | 'returnOrder'>,
  id: PickUpId,
  now: Instant,
): PickUp => ({
  id,
  version: 1,
  ...of,
  office: actor.office ?? '',
  receiver,
  proof,
  ...(reference !== undefined && { reference }),
  handedAt: now,
  handedBy: actorName(actor),
});

/** The person it is for, or the one whom that person has sent in writing (QĐ 45/2016 art. 10). */
export const mayTake = (
  { receiver, reference, proof }: AtTheCounter,
  name: string,
  authorised: Pick<Authorisation, 'name' | 'reference'> | undefined,
): boolean => {
  if (receiver === 'self') return isOneOf(proof.receiverName, [name]);
  return (
    authorised !== undefined &&
    authorised.reference === reference &&
    isOneOf(proof.receiverName, [authorised.name])
  );
};

/** A parcel that was collected: its later news moves nothing. */
export const collected = (
  before: Shipment | undefined,
  pickedUp: PickUpId,
): readonly RecordWrite[] =>
  before
    ? [recordWrite(shipmentKind, before, { ...before, version: before.version + 1, pickedUp })]
    : [];
