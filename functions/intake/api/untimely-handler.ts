import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeUntimelyEntries } from '#functions/intake/application/offline/untimely-entries.ts';
import type { untimelyContract } from './untimely-contract.ts';
import { untimelyLineView } from './views/untimely.ts';

export const makeUntimelyHandlers = ({
  untimely,
}: {
  readonly untimely: ReturnType<typeof makeUntimelyEntries>;
}): Handlers<typeof untimelyContract> => ({
  listUntimelyEntries: async ({ query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await untimely.list(ask);
    const body = { items: items.map(untimelyLineView), ...(next !== undefined && { next }) };
    return { status: 200, body };
  },
  settleUntimelyEntry: async ({ actor, idempotency, params: { number }, body }) =>
    shown(await untimely.settle({ actor, idempotency, number, ...body }), untimelyLineView, 200),
});
