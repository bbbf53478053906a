import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Instant } from '#domain/time/instant.ts';
import { concludeOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import type { Commit, UnitOfWork } from '#ports/unit-of-work.ts';
import { orderChange } from './order-change.ts';
import { orderPapersAfter } from './order-papers.ts';

export interface Settlement extends Pick<Commit, 'dossiers' | 'records'> {
  /** What lay in the parcel is in other hands by now, which two have signed for. */
  readonly isAgainstCustody?: boolean;
}

/** What a parcel's news means for its order, and for the papers that it was to bring back. */
export const orderParcelSettled = async (
  ledger: UnitOfWork,
  id: ReturnOrderId,
  { shipment, parcel }: { readonly shipment: Shipment; readonly parcel: ParcelOutcome },
  now: Instant,
): Promise<Outcome<Settlement>> => {
  const before = await ledger.record(returnOrderKind, id);
  if (!before) return refuse({ code: 'return-order-unknown' });
  const after = concludeOrder(before, shipment.id, parcel);
  if (!after.ok) return done({ isAgainstCustody: true });
  const { waybill } = shipment;
  const papers = await orderPapersAfter(ledger, after.value, shipment, parcel);
  return done({ records: [...orderChange(before, after.value, { waybill, now }), ...papers] });
};
