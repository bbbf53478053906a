import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeAnchors } from '#adapters/aws/s3/anchors.ts';
import { makeS3Client } from '#adapters/aws/s3/scan-vault.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const anchors = makeAnchors({ s3: makeS3Client(), bucket: env.EVIDENCE_BUCKET });

export const handler = makeHandler(
  makeAnchorDays({ ...makeStores(env), anchors, sha256 }),
  makeLog('oversight'),
  makeCount('oversight'),
);
