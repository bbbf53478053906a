import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { zaloAccountIn } from '#adapters/aws/secrets/zalo-account.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeZaloEvents } from '#adapters/sms/zalo-events.ts';
import { makeListCalls, makeSettleCall } from '#application/notifications/call-list.ts';
import { makeCorrectContact } from '#application/notifications/correct-contact.ts';
import { makeListUnreached } from '#application/notifications/list-unreached.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const zalo = makeZaloEvents(zaloAccountIn(env.ZALO_ACCOUNT_SECRET));
const deps = { ...makeStores(env), ids: makeUlids(), seals, zalo };

export const handler = httpApi({
  contract,
  log: makeLog('notifications'),
  handlers: makeHandlers({
    ...deps,
    listUnreached: makeListUnreached(deps),
    count: makeCount('notifications'),
    listCalls: makeListCalls(deps),
    settleCall: makeSettleCall(deps),
    correctContact: makeCorrectContact(deps),
  }),
});
