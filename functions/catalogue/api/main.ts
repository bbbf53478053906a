import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import { makeDocumentClient } from '#adapters/aws/dynamodb/document.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, makeLog } from '#watch/logger.ts';
import { makeQuestionMisses } from '../adapters/question-misses.ts';
import { makeNoteMiss } from '../application/note-miss.ts';
import { contract, type OpenApiDocument } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

/** Written beside the bundle at synth, from the contracts of all services. */
const openApi = async (): Promise<z.output<typeof OpenApiDocument>> =>
  JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8'));

const log = makeLog('catalogue');
const env = Env.parse(process.env);
const byCatalogue = byCatalogueIn(env, log);
const noteMiss = makeNoteMiss({
  misses: makeQuestionMisses({ client: makeDocumentClient(), table: env.FIGURES_TABLE }),
  clock,
  onLost: (error) => log.warn(codes.questionUnnoted, { error: errorFields(error) }),
});

export const handler = httpApi({
  contract,
  problems,
  log,
  handlers: byCatalogue(({ catalogue, province }) =>
    makeHandlers({ catalogue, clock, noteMiss, openApi, province }),
  ),
});
