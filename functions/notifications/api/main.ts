import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));

export const handler = httpApi({
  contract,
  log: makeLog('notifications'),
  handlers: makeHandlers({ ...makeStores(env), seals }),
});
