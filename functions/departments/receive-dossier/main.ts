import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeReceiveDossier } from '#functions/departments/application/receive-dossier.ts';
import { makeLog } from '#watch/logger.ts';
import { DepartmentMessage } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

export const handler = queueWorker({
  message: DepartmentMessage,
  judge: makeJudge(makeReceiveDossier(makeStores(Env.parse(process.env)))),
  log: makeLog('departments'),
});
