import { readFile } from 'node:fs/promises';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeS3Client, makeScanVault } from '#adapters/aws/s3/scan-vault.ts';
import { sha256Bytes } from '#adapters/node/seals.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import { makeLog } from '#watch/logger.ts';
import { ObjectCreated } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('scanning');
const vault = makeScanVault({
  s3: makeS3Client(),
  quarantineBucket: env.QUARANTINE_BUCKET,
  evidenceBucket: env.EVIDENCE_BUCKET,
});
const inspector = makeScanInspector((name) => readFile(new URL(name, import.meta.url)));
const deps = { ...makeStores(env), vault, inspector, sha256Bytes };

export const handler = queueWorker({
  message: ObjectCreated,
  judge: makeJudge({ verifyScan: makeVerifyScan(deps), verifyPage: makeVerifyPage(deps), log }),
  log,
});
