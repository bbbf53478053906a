import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makePushAgain } from '#functions/portal/application/push-again.ts';
import type { makeReadDrift } from '#functions/portal/application/read-drift.ts';
import type { makeListRejected, makeReadSync } from '#functions/portal/application/read-syncs.ts';
import type { contract } from './contract.ts';
import { driftReportView, nationalSyncPage, nationalSyncView } from './views/national-copy.ts';

interface UseCases {
  readonly drift: ReturnType<typeof makeReadDrift>;
  readonly pushAgain: ReturnType<typeof makePushAgain>;
  readonly rejected: ReturnType<typeof makeListRejected>;
  readonly sync: ReturnType<typeof makeReadSync>;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  readDrift: async ({ actor, query }) => {
    const report = await on.drift(actor, query);
    return shown(report, driftReportView, 200);
  },
  pushAgain: async ({ actor, idempotency, body }) => {
    const dossierIds = body.dossierIds as DossierId[];
    const marked = await on.pushAgain({ actor, idempotency, dossierIds });
    return marked.ok
      ? { status: 202, body: { items: marked.value.map(nationalSyncView) } }
      : marked;
  },
  listRejected: async ({ actor, query: { agency, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const rejected = await on.rejected(actor, agency, page);
    return shown(rejected, nationalSyncPage, 200);
  },
  readSync: async ({ actor, params }) => {
    const sync = await on.sync(actor, params.dossierId as DossierId);
    return shown(sync, nationalSyncView, 200);
  },
});
