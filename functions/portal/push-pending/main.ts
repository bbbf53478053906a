import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makePortalDesk } from '#functions/portal/adapters/portal-desk.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makeCountStale, makePushPending } from '#functions/portal/application/push-pending.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('portal');
const count = makeCount('portal');

const pushing = byCatalogueIn(
  env,
  log,
)(({ catalogue }) => {
  const desk = makePortalDesk(env, catalogue);
  return makeHandler(
    {
      isConfigured: desk.portal !== undefined,
      pushPending: makePushPending({ ...desk, push: makePushDossier(desk) }),
      countStale: makeCountStale(desk),
    },
    log,
    count,
  );
});

export const handler = async () => (await pushing())();
