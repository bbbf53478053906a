import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import { type OpenQuestion, review } from '#functions/returns/domain/flagged.ts';
import { deliveryFlags, type Flag } from '#functions/returns/domain/flags.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

/** A flagged delivery with nobody's name. */
export interface FlaggedDelivery
  extends Pick<Shipment, 'id' | 'office' | 'carrier' | 'waybill' | 'dossierCode' | 'createdAt'> {
  readonly flags: readonly Flag[];
}

/** Bưu gửi phát có vấn đề: what a supervisor must look into, of every office, the oldest first. */
export const makeListFlaggedDeliveries =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (question: OpenQuestion, ask: PageAsk): Promise<Page<FlaggedDelivery>> => {
    const { items, next } = await index.listedSecond(shipmentKind, question, ask);
    const found = await Promise.all(items.map((id) => ledger.record(shipmentKind, id)));
    return {
      items: found.flatMap((shipment) => (shipment ? [lineOf(shipment)] : [])),
      ...(next !== undefined && { next }),
    };
  };

const lineOf = (shipment: Shipment): FlaggedDelivery => {
  const { id, office, carrier, waybill, dossierCode, createdAt } = shipment;
  return { id, office, carrier, waybill, dossierCode, createdAt, flags: deliveryFlags(shipment) };
};

interface ReviewDelivery {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
  /** What came of it. */
  readonly finding: string;
}

interface DeliveryReviewed {
  readonly shipmentId: ShipmentId;
}

/** Takes it from the list, with the word of who looked into it. */
export const makeReviewDelivery =
  (deps: Deciding) =>
  ({ actor, idempotency, shipmentId, finding }: ReviewDelivery) =>
    decideOnce<DeliveryReviewed>(deps, idempotency, async (now) => {
      const before = await deps.ledger.record(shipmentKind, shipmentId);
      if (!before) return refuse({ code: 'shipment-unknown' });
      const after = review(before, { at: now, by: actorName(actor), finding });
      if (!after.ok) return after;
      const records = [recordWrite(shipmentKind, before, after.value)];
      return done({ result: { shipmentId }, commit: { records } });
    });
