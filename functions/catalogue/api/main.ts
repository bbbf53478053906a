import { readFile } from 'node:fs/promises';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

/** Written beside the bundle at synth, from the contracts of all services. */
const openApi = async (): Promise<object> =>
  JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8'));

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('catalogue'),
  handlers: makeHandlers({ catalogue, clock, openApi }),
});
