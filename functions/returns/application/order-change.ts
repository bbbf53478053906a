import type { Instant } from '#domain/time/instant.ts';
import { messageOf } from '#functions/returns/domain/order-message.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import { orderMessageKind, returnOrderKind } from '#functions/returns/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';

/** An order's change and what its recipient is told of it: both are written, or neither. */
export const orderChange = (
  before: ReturnOrder,
  after: ReturnOrder,
  { waybill, now }: { readonly waybill: string; readonly now: Instant },
): readonly RecordWrite[] => {
  if (after === before) return [];
  const message = messageOf(before, after, waybill, now);
  return [
    recordWrite(returnOrderKind, before, after),
    ...(message ? [recordWrite(orderMessageKind, undefined, message)] : []),
  ];
};
