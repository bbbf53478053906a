import { uncountable } from '#domain/money/cash.ts';
import type { Refused } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';

/** Tiền thu khi phát is paid at a door in notes: each of its sums, and each part, must be made up by them. */
export const uncollectable = (collection: Collection | undefined): Refused | undefined => {
  if (!collection) return undefined;
  const { stateFeesVnd, chargeVnd = 0, codVnd, postageVnd = 0 } = collection;
  return uncountable(stateFeesVnd, chargeVnd, codVnd, postageVnd);
};
