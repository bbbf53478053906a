import { agencies, postOffices } from '#data/province.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeCourierDesk } from '#functions/returns/adapters/courier-desk.ts';
import { makeAnnounceShipment } from '#functions/returns/application/announce-shipment.ts';
import { makeLog } from '#watch/logger.ts';
import { CourierMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const log = makeLog('returns');

export const handler = queueWorker({
  message: CourierMessage,
  judge: makeJudge(
    makeAnnounceShipment(makeCourierDesk(Env.parse(process.env), { agencies, postOffices })),
    log,
  ),
  log,
});
