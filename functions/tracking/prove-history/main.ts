import { readFile } from 'node:fs/promises';
import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeAnchorReader } from '#adapters/aws/s3/anchor-reader.ts';
import { bucketOf } from '#adapters/aws/s3/objects.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeProveHistory, makeReadAnchor } from '#functions/tracking/application/prove-history.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const anchors = makeAnchorReader(bucketOf(env, env.EVIDENCE_BUCKET));

/** Lies beside the bundle: the very file of `tools/`. */
const verifier = (): Promise<string> =>
  readFile(new URL('verify-history.mjs', import.meta.url), 'utf8');

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log: makeLog('tracking'),
  handlers: makeHandlers({
    proveHistory: makeProveHistory({ ...stores, anchors, seals }),
    readAnchor: makeReadAnchor({ anchors }),
    verifier,
  }),
});
