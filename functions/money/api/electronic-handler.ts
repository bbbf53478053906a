import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeWorkElectronic } from '#functions/money/application/work-electronic.ts';
import type { electronicRoutes } from './electronic-contract.ts';
import { electronicView } from './views/electronic.ts';

export interface ElectronicUseCases {
  readonly electronic: ReturnType<typeof makeWorkElectronic>;
}

export const electronicHandlers = ({
  electronic,
}: ElectronicUseCases): Handlers<typeof electronicRoutes> => ({
  listElectronicReceipts: async ({ query: { state, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await electronic.list(state, page);
    return {
      status: 200,
      body: { items: items.map(electronicView), ...(next !== undefined && { next }) },
    };
  },
  retryElectronicReceipt: async ({ idempotency, params }) => {
    const number = params.receiptNumber;
    return shown(await electronic.retry({ idempotency, number }), electronicView, 200);
  },
});
