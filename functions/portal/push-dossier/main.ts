import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { queueWorker } from '#edge/queue.ts';
import { makePortalDesk } from '#functions/portal/adapters/portal-desk.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { PortalMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const log = makeLog('portal');
const push = makePushDossier(makePortalDesk(Env.parse(process.env), catalogue));

export const handler = queueWorker({
  message: PortalMessage,
  judge: makeJudge(push, log, makeCount('portal')),
  log,
});
