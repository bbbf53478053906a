import { readFile } from 'node:fs/promises';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeAnchors } from '#adapters/aws/s3/anchors.ts';
import { makeS3Client } from '#adapters/aws/s3/scan-vault.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeProveHistory, makeReadAnchor } from '#functions/tracking/application/prove-history.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const anchors = makeAnchors({ s3: makeS3Client(), bucket: env.EVIDENCE_BUCKET });

/** Lies beside the bundle: the very file of `tools/`. */
const verifier = (): Promise<string> =>
  readFile(new URL('verify-history.mjs', import.meta.url), 'utf8');

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('tracking'),
  handlers: makeHandlers({
    proveHistory: makeProveHistory({ ...makeStores(env), anchors, seals }),
    readAnchor: makeReadAnchor({ anchors }),
    verifier,
  }),
});
