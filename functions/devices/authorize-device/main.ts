import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeAuthorizeDevice } from '#functions/devices/application/device-token.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(keysIn(env));

export const handler = makeHandler(makeAuthorizeDevice({ ...makeStores(env), seals }));
