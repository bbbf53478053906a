import { type Attempt, type Deciding, decideOnce } from '#application/deciding.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { addOrder, type Hand, removeOrder } from '#functions/handover/domain/steps.ts';
import { packOrder, unpackOrder } from '#functions/returns/domain/order-pouch.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { PouchWork } from './work-pouch.ts';

export type PackOrder = PouchWork & { readonly returnOrderId: ReturnOrderId };

type Order = Parameters<typeof packOrder>[0];

interface Packing {
  readonly pouch: Pouch;
  readonly order: Order;
}

/**
 * An order's result into the pouch and out of it again: the manifest and the order say the same, or neither does. It
 * is in one pouch at most.
 */
export const makePackOrder = (deps: Deciding) => ({
  pack: (request: PackOrder) =>
    change(deps, request, (before, order, hand) => {
      const packed = packOrder(order, before);
      if (!packed.ok) return packed;
      const pouch = addOrder(before, packed.value.line, hand);
      return pouch.ok ? done({ pouch: pouch.value, order: packed.value.order }) : pouch;
    }),
  unpack: (request: PackOrder) =>
    change(deps, request, (before, order, hand) => {
      const unpacked = unpackOrder(order, before.id);
      if (!unpacked.ok) return unpacked;
      const pouch = removeOrder(before, order.id, hand);
      return pouch.ok ? done({ pouch: pouch.value, order: unpacked.value }) : pouch;
    }),
});

const change = (
  deps: Deciding,
  request: PackOrder,
  step: (pouch: Pouch, order: Order, hand: Hand) => Outcome<Packing>,
): Promise<Outcome<Pouch>> =>
  decideOnce<Pouch>(deps, request.idempotency, async (now): Promise<Outcome<Attempt<Pouch>>> => {
    const { actor, pouchId, returnOrderId } = request;
    const before = await visiblePouch(deps.ledger, actor, pouchId);
    if (!before.ok) return before;
    const order = await deps.ledger.record(returnOrderKind, returnOrderId);
    if (!order) return refuse({ code: 'return-order-unknown' });
    const packing = step(before.value, order, { staff: actor, now });
    if (!packing.ok) return packing;
    const { pouch, order: after } = packing.value;
    return done({
      result: pouch,
      commit: {
        records: [
          recordWrite(pouchKind, before.value, pouch),
          recordWrite(returnOrderKind, order, after),
        ],
      },
    });
  });
