import { makeDocumentClient } from '#adapters/aws/dynamodb/document.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { queueWorker } from '#edge/queue.ts';
import { ReceivedEvent } from '#events/catalogue.ts';
import { makeFigures } from '#functions/oversight/adapters/figures.ts';
import { makeProjectFigures } from '#functions/oversight/application/project-figures.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const { ledger, clock } = makeStores(env);
const figures = makeFigures({ client: makeDocumentClient(), table: env.FIGURES_TABLE, clock });

export const handler = queueWorker({
  message: ReceivedEvent,
  judge: makeJudge(makeProjectFigures({ ledger, figures })),
  log: makeLog('oversight'),
});
