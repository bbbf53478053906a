import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type {
  makeListOrderPapers,
  makeWorkOrderPapers,
} from '#functions/returns/application/order-papers.ts';
import type { contract } from './contract.ts';
import { orderPapersPage, orderPapersView } from './views/old-papers.ts';

interface UseCases {
  readonly orderPapers: ReturnType<typeof makeWorkOrderPapers>;
  readonly outstanding: ReturnType<typeof makeListOrderPapers>;
}

/** Thu hồi giấy tờ của đơn gửi trả: what came back of it, and what the agency has. */
export const orderPapersHandlers = ({
  orderPapers,
  outstanding,
}: UseCases): Pick<
  Handlers<typeof contract>,
  'listOrderPapers' | 'takeOrderPapers' | 'receiveOrderPapers'
> => ({
  listOrderPapers: async ({ actor, query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: orderPapersPage(await outstanding(actor, ask)) };
  },
  takeOrderPapers: async ({ actor, idempotency, params, body }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const taken = await orderPapers.take({ actor, idempotency, returnOrderId, ...body });
    return shown(taken, orderPapersView, 200);
  },
  receiveOrderPapers: async ({ actor, idempotency, params, body }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const received = await orderPapers.receive({ actor, idempotency, returnOrderId, ...body });
    return shown(received, orderPapersView, 200);
  },
});
