import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { issuerOf } from '#functions/money/adapters/issuer-of.ts';
import { makeIssueReceipts } from '#functions/money/application/issue-receipts.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('money');
const count = makeCount('money');
const stores = makeStores(env);
const issuer = issuerOf(env);

const issuing = byCatalogueIn(
  env,
  log,
)(({ catalogue }) =>
  makeHandler(
    issuer &&
      makeIssueReceipts({
        ...stores,
        catalogue,
        issuer,
        isRehearsal: env.RECEIPT_REHEARSAL === 'yes',
      }),
    log,
    count,
  ),
);

export const handler = async () => (await issuing())();
