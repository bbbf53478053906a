import { makeCourierDesk } from '#adapters/courier/courier-desk.ts';
import { makeAnnounceShipment } from '#application/returns/announce-shipment.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeLog } from '#watch/logger.ts';
import { CourierMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const log = makeLog('returns');

export const handler = queueWorker({
  message: CourierMessage,
  judge: makeJudge(makeAnnounceShipment(makeCourierDesk(Env.parse(process.env))), log),
  log,
});
