import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { httpApi } from '#edge/http-api.ts';
import { zaloAccountIn } from '#functions/notifications/adapters/secrets/zalo-account.ts';
import { makeSmsLedger } from '#functions/notifications/adapters/sms-ledger.ts';
import { makeZaloEvents } from '#functions/notifications/adapters/zalo-events.ts';
import { makeListCalls, makeSettleCall } from '#functions/notifications/application/call-list.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import { makeListUnreached } from '#functions/notifications/application/list-unreached.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(keysIn(env));
const zalo = makeZaloEvents(zaloAccountIn(env.ZALO_ACCOUNT_SECRET));
const stores = makeStores(env);
const sms = makeSmsLedger(stores.client, stores.tables);
const deps = { ...stores, sms, ids: makeUlids(), seals, zalo };

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
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
