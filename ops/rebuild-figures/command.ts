import { everyDossier } from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { everyRecordEvent, storedFigures } from '#functions/oversight/adapters/figure-reader.ts';
import { recounting } from '#functions/oversight/application/recount-figures.ts';
import { argumentsOf } from '../arguments.ts';
import { type Environment, openPlace, type Place, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- rebuild-figures ${placeUsage}`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const recounted = async ({ client }: Place, dossiers: string, ledger: string): Promise<string> => {
  const unit = makeUnitOfWork({ client, tables: { dossiers, ledger }, clock, sha256 });
  const recount = recounting();
  const table = { client, table: dossiers };
  for await (const id of everyDossier({ ...table, sha256 }))
    await recount.dossier(await unit.history(id));
  for await (const event of everyRecordEvent(table)) await recount.record(event);
  return recount.text();
};

/**
 * Counts every figure anew from all events and compares the two counts byte for byte. Exit code 1
 * where they differ. Events that are still on their way to the projector are a difference too: run it
 * when the figures' queue is empty.
 */
export const rebuildFigures = async (
  args: readonly string[],
  env: Environment,
): Promise<number> => {
  const place = await openPlace(argumentsOf(args, placeOptions, usage), env);
  try {
    const figures = await place.table('Figures', 'FIGURES_TABLE');
    const stored = await storedFigures({ client: place.client, table: figures });
    const ledger = await place.table('Ledger', 'LEDGER_TABLE');
    const anew = await recounted(place, await place.table('Dossiers', 'DOSSIERS_TABLE'), ledger);
    const [kept, right] = [new Set(stored.split('\n')), new Set(anew.split('\n'))];
    for (const line of [...kept].filter((each) => !right.has(each))) say(`stored     ${line}`);
    for (const line of [...right].filter((each) => !kept.has(each))) say(`recounted  ${line}`);
    say(`${right.size - 1} figures recounted: ${stored === anew ? 'the same' : 'they differ'}`);
    return stored === anew ? 0 : 1;
  } finally {
    await place.close();
  }
};
