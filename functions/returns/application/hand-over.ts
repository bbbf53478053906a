import type { Idempotency } from '#application/deciding.ts';
import { comingAs, handingTo } from '#application/entitled.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { PickUp, Receiver } from '#domain/shipment/pick-up.ts';
import type { ProofOfDelivery } from '#domain/shipment/proof.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
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
  /** Of the document that was looked at; compared, and not kept. */
  readonly documentNumber?: string | undefined;
  readonly takeBack?: readonly TakeBackLine[] | undefined;
}

interface Handed {
  readonly id: PickUpId;
  readonly receivedAs: Entitled['as'];
  readonly now: Instant;
}

/** The record whose hash the history keeps: its fields stand in this order. */
export const pickUpRecord = (
  { actor, receiver, reference, proof }: AtTheCounter,
  of: Pick<PickUp, 'dossierId' | 'returnOrder'>,
  { id, receivedAs, now }: Handed,
): PickUp => ({
  id,
  version: 1,
  ...of,
  office: actor.office ?? '',
  receiver,
  proof: { ...proof, receivedAs },
  ...(reference !== undefined && { reference }),
  handedAt: now,
  handedBy: actorName(actor),
});

/** Whom the clerk hands it to, of those who may have it (QĐ 45/2016 art. 10); the record says as what. */
export const handedTo = (
  entitled: readonly Entitled[],
  { receiver, reference, proof, documentNumber: number }: AtTheCounter,
): Outcome<Entitled['as']> =>
  handingTo(comingAs(entitled, receiver), { name: proof.receiverName, number, reference });

/** A parcel that was collected: its later news moves nothing. */
export const collected = (
  before: Shipment | undefined,
  pickedUp: PickUpId,
): readonly RecordWrite[] =>
  before
    ? [recordWrite(shipmentKind, before, { ...before, version: before.version + 1, pickedUp })]
    : [];
