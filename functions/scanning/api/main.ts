import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeS3Client, makeScanVault } from '#adapters/aws/s3/scan-vault.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeS3InspectionProgress } from '#functions/scanning/adapters/previews/s3-inspection-progress.ts';
import { makeS3PreviewStore } from '#functions/scanning/adapters/previews/s3-preview-store.ts';
import { makeListPages } from '#functions/scanning/application/list-pages.ts';
import { makeDescribeScan, makeOpenScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const s3 = makeS3Client();
const previews = makeS3PreviewStore({ s3, bucket: env.PREVIEWS_BUCKET });
const vault = makeScanVault({
  s3,
  quarantineBucket: env.QUARANTINE_BUCKET,
  evidenceBucket: env.EVIDENCE_BUCKET,
});
const stores = makeStores(env);
const progress = makeS3InspectionProgress({ s3, bucket: env.PREVIEWS_BUCKET });
const deps = { ...stores, ids: makeUlids(), vault, previews, progress };

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log: makeLog('scanning'),
  handlers: makeHandlers({
    request: makeRequestScan(deps),
    requestBatch: makeRequestBatch({ ...deps, sha256 }),
    describe: makeDescribeScan(deps),
    open: makeOpenScan(deps),
    listPages: makeListPages(deps),
  }),
});
