import type { Instant } from '#domain/time/instant.ts';
import { messageOf } from '#functions/returns/domain/order-message.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import type { RecordWrite } from '#ports/records.ts';

/** An order's change and what its recipient is told of it: both are written, or neither. */
export const orderChange = (
  before: ReturnOrder,
  after: ReturnOrder,
  { waybill, now }: { readonly waybill: string; readonly now: Instant },
): readonly RecordWrite[] => {
  if (after === before) return [];
  const message = messageOf(before, after, waybill, now);
  return [
    { kind: 'return-order', before, after },
    ...(message ? [{ kind: 'order-message', before: undefined, after: message } as const] : []),
  ];
};
