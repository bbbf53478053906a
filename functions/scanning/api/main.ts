import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeS3Client, makeScanVault } from '#adapters/aws/s3/scan-vault.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeDescribeScan, makeOpenScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const vault = makeScanVault({
  s3: makeS3Client(),
  quarantineBucket: env.QUARANTINE_BUCKET,
  evidenceBucket: env.EVIDENCE_BUCKET,
});
const deps = { ...makeStores(env), ids: makeUlids(), vault };

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('scanning'),
  handlers: makeHandlers({
    request: makeRequestScan(deps),
    requestBatch: makeRequestBatch({ ...deps, sha256 }),
    describe: makeDescribeScan(deps),
    open: makeOpenScan(deps),
  }),
});
