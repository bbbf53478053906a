import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import {
  type makeListBulkReadings,
  type makeReadAccess,
  type makeSettleBulkReading,
  readerOfStaff,
} from '#functions/oversight/application/read-access.ts';
import type { accessContract } from './access-contract.ts';
import { accessPageView, bulkReadingView } from './views/access.ts';

export interface AccessUseCases {
  readonly access: ReturnType<typeof makeReadAccess>;
  readonly bulkReadings: ReturnType<typeof makeListBulkReadings>;
  readonly settleBulkReading: ReturnType<typeof makeSettleBulkReading>;
}

export const accessHandlers = (on: AccessUseCases): Handlers<typeof accessContract> => ({
  readDossierAccess: async ({ actor, params: { dossierId }, query: { limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await on.access.ofDossier(actor, dossierId as DossierId, page);
    return shown(found, accessPageView, 200);
  },
  readStaffAccess: async ({ actor, params: { staffId }, query: { limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await on.access.ofStaff(actor, staffId, page);
    if (!found.ok) return found;
    const about = [readerOfStaff(staffId)];
    return { status: 200, about, body: accessPageView(found.value) };
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
