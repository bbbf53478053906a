import type { GiveBackId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeGiveBack } from '#functions/money/application/give-back.ts';
import type { makeListGiveBacks } from '#functions/money/application/list-give-backs.ts';
import type { GiveBack } from '#functions/money/domain/give-back.ts';
import type { giveBackRoutes } from './give-back-contract.ts';
import { giveBackView } from './views/give-back.ts';

interface UseCases {
  readonly giveBack: ReturnType<typeof makeGiveBack>;
  readonly giveBacks: ReturnType<typeof makeListGiveBacks>;
}

export const giveBackHandlers = ({
  giveBack,
  giveBacks,
}: UseCases): Handlers<typeof giveBackRoutes> => ({
  refundReceipt: async ({ actor, idempotency, params: { receiptNumber: number }, body }) =>
    asked(await giveBack.refund({ actor, idempotency, number, ...body }), 201),
  reverseReceipt: async ({ actor, idempotency, params: { receiptNumber: number }, body }) =>
    asked(await giveBack.reverse({ actor, idempotency, number, ...body }), 201),
  correctReceipt: async ({ actor, idempotency, params: { receiptNumber: number }, body }) =>
    asked(await giveBack.correct({ actor, idempotency, number, ...body }), 201),
  listGiveBacks: async ({ actor, query: { after, ...query } }) => {
    const found = await giveBacks(actor, { ...query, ...(after !== undefined && { after }) });
    if (!found.ok) return found;
    const { items, next } = found.value;
    return {
      status: 200,
      about: [...new Set(items.map(({ dossierId }) => dossierId))],
      body: { items: items.map(giveBackView), ...(next !== undefined && { next }) },
    };
  },
  confirmGiveBack: async ({ actor, idempotency, params }) =>
    asked(await giveBack.confirm({ actor, idempotency, id: params.giveBackId as GiveBackId })),
  refuseGiveBack: async ({ actor, idempotency, params, body }) => {
    const id = params.giveBackId as GiveBackId;
    return asked(await giveBack.refuse({ actor, idempotency, id, ...body }));
  },
});

const asked = <const Status extends 200 | 201 = 200>(
  outcome: Outcome<GiveBack>,
  status = 200 as Status,
) => shown(outcome, giveBackView, status);
