import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { makePortalDesk } from '#functions/portal/adapters/portal-desk.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeCountStale, makePushPending } from '#functions/portal/application/push-pending.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const desk = makePortalDesk(Env.parse(process.env), catalogue);

export const handler = makeHandler(
  {
    isConfigured: desk.portal !== undefined,
    pushPending: makePushPending({ ...desk, push: makePushDossier(desk) }),
    countStale: makeCountStale(desk),
  },
  makeLog('portal'),
  makeCount('portal'),
);
