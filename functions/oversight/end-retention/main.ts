import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeS3Client } from '#adapters/aws/s3/scan-vault.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeDossierFiles } from '#functions/oversight/adapters/dossier-files.ts';
import { makeEndRetention } from '#functions/oversight/application/end-retention.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('oversight');
const stores = makeStores(env);
const files = makeDossierFiles({
  s3: makeS3Client(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  previewsBucket: env.PREVIEWS_BUCKET,
});

const ending = byCatalogueIn(
  env,
  log,
)(({ catalogue, province: { procedures } }) =>
  makeHandler(makeEndRetention({ ...stores, catalogue, procedures, files }), log),
);

export const handler = async () => (await ending())();
