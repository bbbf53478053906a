import { makeAccessLines } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeAnchors } from '#adapters/aws/s3/anchors.ts';
import { makeS3Client } from '#adapters/aws/s3/scan-vault.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import {
  recordedEvents,
  recordedReadings,
} from '#functions/oversight/application/read-days-again.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const { clock, client, recorded } = makeStores(env);
const kept = { s3: makeS3Client(), bucket: env.EVIDENCE_BUCKET };
const access = makeAccessLines(client, env.ACCESS_TABLE);

export const handler = makeHandler(
  {
    events: makeAnchorDays({
      recorded: recordedEvents(recorded, { ...textSealing, sha256 }),
      anchors: makeAnchors(kept),
      clock,
      sha256,
    }),
    readings: makeAnchorDays({
      recorded: recordedReadings(access, sha256),
      anchors: makeAnchors({ ...kept, of: 'readings' }),
      clock,
      sha256,
    }),
  },
  makeLog('oversight'),
  makeCount('oversight'),
);
