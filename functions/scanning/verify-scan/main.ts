import { readFile } from 'node:fs/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeS3Client, makeScanVault } from '#adapters/aws/s3/scan-vault.ts';
import { sha256Bytes } from '#adapters/node/seals.ts';
import { seconds } from '#domain/time/instant.ts';
import { queueWorker } from '#edge/queue.ts';
import { loadSharp } from '#functions/scanning/adapters/pictures/load-sharp.ts';
import { makeS3InspectionProgress } from '#functions/scanning/adapters/previews/s3-inspection-progress.ts';
import { makeS3PreviewStore } from '#functions/scanning/adapters/previews/s3-preview-store.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { makeAskToGoOn } from '#functions/scanning/adapters/sqs-further-pages.ts';
import { serveInspections } from '#functions/scanning/adapters/watched/serve-inspections.ts';
import { makeWatchedInspector } from '#functions/scanning/adapters/watched/watched-inspector.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import { makeLog } from '#watch/logger.ts';
import { ToLookAt } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

/** With what is read and written around it, a message takes 20 seconds at most. */
const patience = seconds(8);

/** The function has half as much again: nothing is killed before it is ended from within. */
const memory = 1_200_000_000;
/** A usual file leaves half as much behind. */
const keptBelow = 600_000_000;

/** A heap of its own: what runs out of it ends the thread, and the function says so. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** The thread that meets strangers' files: this very file once more, as it is bundled. */
const start = (): Worker => new Worker(new URL(import.meta.url), { resourceLimits });

const makeHandler = () => {
  const env = Env.parse(process.env);
  const log = makeLog('scanning');
  const s3 = makeS3Client();
  const vault = makeScanVault({
    s3,
    quarantineBucket: env.QUARANTINE_BUCKET,
    evidenceBucket: env.EVIDENCE_BUCKET,
  });
  const deps = {
    ...makeStores(env),
    vault,
    inspector: makeWatchedInspector({ start, patience, memory, keptBelow }),
    previews: makeS3PreviewStore({ s3, bucket: env.PREVIEWS_BUCKET }),
    progress: makeS3InspectionProgress({ s3, bucket: env.PREVIEWS_BUCKET }),
    goOn: makeAskToGoOn(env.FURTHER_PAGES_QUEUE),
    sha256Bytes,
  };
  return queueWorker({
    message: ToLookAt,
    judge: makeJudge({ verifyScan: makeVerifyScan(deps), verifyPage: makeVerifyPage(deps), log }),
    log,
  });
};

if (parentPort && !isMainThread)
  serveInspections(
    parentPort,
    makeScanInspector({
      loadWasm: (name) => readFile(new URL(name, import.meta.url)),
      sharp: loadSharp(),
    }),
  );

export const handler = isMainThread ? makeHandler() : undefined;
