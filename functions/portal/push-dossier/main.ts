import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { queueWorker } from '#edge/queue.ts';
import { makePortalDesk } from '#functions/portal/adapters/portal-desk.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { PortalMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('portal');
const count = makeCount('portal');

const judging = byCatalogueIn(
  env,
  log,
)(({ catalogue }) => makeJudge(makePushDossier(makePortalDesk(env, catalogue)), log, count));

export const handler = queueWorker({
  message: PortalMessage,
  judge: async (message) => (await judging())(message),
  log,
});
