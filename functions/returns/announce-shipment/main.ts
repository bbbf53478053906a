import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeCourierDesk } from '#functions/returns/adapters/courier-desk.ts';
import { makeAnnounceShipment } from '#functions/returns/application/announce-shipment.ts';
import { makeLog } from '#watch/logger.ts';
import { CourierMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('returns');

const judging = byCatalogueIn(
  env,
  log,
)(({ province }) => makeJudge(makeAnnounceShipment(makeCourierDesk(env, province)), log));

export const handler = queueWorker({
  message: CourierMessage,
  judge: async (message) => (await judging())(message),
  log,
});
