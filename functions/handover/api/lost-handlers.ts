import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type {
  makeFindLostResult,
  makeListLostResults,
} from '#functions/handover/application/find-lost-result.ts';
import type { contract } from './contract.ts';
import { lostResultPage, lostResultView } from './views/lost-result.ts';

export interface LostUseCases {
  readonly lost: ReturnType<typeof makeFindLostResult>;
  readonly lostResults: ReturnType<typeof makeListLostResults>;
}

/** Kết quả thất lạc khi giao nhận: on a list, found by one, seen by another. */
export const lostHandlers = ({
  lost,
  lostResults,
}: LostUseCases): Pick<
  Handlers<typeof contract>,
  'listLostResults' | 'noteFoundResult' | 'confirmFoundResult'
> => ({
  listLostResults: async ({ actor, query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: lostResultPage(await lostResults(actor, ask)) };
  },
  noteFoundResult: async ({ actor, idempotency, params, body }) =>
    shown(await lost.found({ actor, idempotency, ...params, ...body }), lostResultView, 200),
  confirmFoundResult: async ({ actor, idempotency, params }) =>
    shown(await lost.confirm({ actor, idempotency, ...params }), lostResultView, 200),
});
