import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { issuerOf } from '#functions/money/adapters/issuer-of.ts';
import { makeTellTaxOffice } from '#functions/money/application/tell-tax-office.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const log = makeLog('money');
const issuer = issuerOf(env);
const tell = issuer && makeTellTaxOffice({ ...makeStores(env), issuer });

/** Runs each hour until midnight; what could not be told fails the run, and the next one tells it. */
export const handler = async () => {
  if (!tell) return { told: 0 };
  const { told, left } = await tell();
  if (told > 0) log.info(codes.taxOfficeTold, { count: told });
  if (left) throw new Error('the tax office has not been told of every biên lai');
  return { told };
};
