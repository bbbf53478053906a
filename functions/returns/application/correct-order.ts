import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { uncollectable } from '#functions/returns/domain/collection.ts';
import {
  correctOrder,
  type OrderTerms,
  type ReturnOrder,
  reissueOrder,
  withdrawOrder,
} from '#functions/returns/domain/return-order.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import type { OfficeFinder } from '#ports/office-finder.ts';
import { orderLossEnded } from './loss-ended.ts';
import { orderChange } from './order-change.ts';

interface OrderWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly returnOrderId: ReturnOrderId;
  readonly reason: string;
}

export interface OrderCorrected {
  readonly returnOrderId: ReturnOrderId;
  readonly state: ReturnOrder['state'];
}

type Said = Parameters<typeof withdrawOrder>[1];

/** Đính chính, rút và cấp lại theo đơn: by the agency that ordered, while nobody carries the result. */
export const makeCorrectOrder = (deps: Deciding & { readonly offices: OfficeFinder }) => {
  const work = (
    request: OrderWork,
    step: (before: ReturnOrder, said: Said) => Outcome<ReturnOrder>,
  ) =>
    decideOnce<OrderCorrected>(deps, request.idempotency, async (now) => {
      const { actor, returnOrderId, reason } = request;
      const before = await deps.ledger.record(returnOrderKind, returnOrderId);
      if (!before || actor.agency !== before.agency)
        return refuse({ code: 'return-order-unknown' });
      const after = step(before, { at: now, by: actorName(actor), reason });
      if (!after.ok) return after;
      const records = [
        ...orderChange(before, after.value, { waybill: '', now }),
        ...(await orderLossEnded(deps.ledger, before, after.value, { by: actorName(actor), now })),
      ];
      return done({ result: { returnOrderId, state: after.value.state }, commit: { records } });
    });
  return {
    correct: (request: OrderWork & { readonly terms: OrderTerms }) =>
      work(request, (before, said) =>
        deps.offices.isOffice(request.terms.office)
          ? (uncollectable(request.terms.collectOnDelivery) ??
            correctOrder(before, request.terms, said))
          : refuse({ code: 'office-unknown' }),
      ),
    withdraw: (request: OrderWork) => work(request, withdrawOrder),
    reissue: (request: OrderWork) => work(request, reissueOrder),
  };
};
