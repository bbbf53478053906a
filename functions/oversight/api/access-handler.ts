import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type {
  makeListBulkReadings,
  makeReadAccess,
  makeSettleBulkReading,
} from '#functions/oversight/application/read-access.ts';
import type { accessContract } from './access-contract.ts';
import { accessPageView, bulkReadingView } from './views/access.ts';

export interface AccessUseCases {
  readonly access: ReturnType<typeof makeReadAccess>;
  readonly bulkReadings: ReturnType<typeof makeListBulkReadings>;
  readonly settleBulkReading: ReturnType<typeof makeSettleBulkReading>;
}

export const accessHandlers = (on: AccessUseCases): Handlers<typeof accessContract> => ({
  readDossierAccess: async ({ params: { dossierId }, query: { limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: accessPageView(await on.access.ofDossier(dossierId, page)) };
  },
  readStaffAccess: async ({ params: { staffId }, query: { limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: accessPageView(await on.access.ofStaff(staffId, page)) };
  },
  listBulkReadings: async ({ query: { state, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await on.bulkReadings(state, page);
    const body = { items: items.map(bulkReadingView), ...(next !== undefined && { next }) };
    return { status: 200, body };
  },
  settleBulkReading: async ({ actor, idempotency, params: { bulkReadingId: id }, body }) =>
    shown(await on.settleBulkReading({ actor, idempotency, id, ...body }), bulkReadingView, 200),
});
