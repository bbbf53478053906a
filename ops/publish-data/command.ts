import { everyDossier } from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeCataloguePress } from '#adapters/aws/s3/catalogue-shelf.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { province } from '#data/province.ts';
import { provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { makePublishCatalogue } from '#functions/catalogue/application/publish-catalogue.ts';
import {
  type CatalogueChange,
  catalogueChanges,
} from '#functions/catalogue/domain/catalogue-changes.ts';
import { isTouched, mayTouch } from '#functions/catalogue/domain/touched-dossiers.ts';
import { argumentsOf } from '../arguments.ts';
import { type Environment, openPlace, type Place, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run data:publish -- [--dry-run] ${placeUsage}`;

/** Of the dossiers that one change touches, so many are named. */
const named = 20;

const options = { ...placeOptions, 'dry-run': { type: 'boolean', default: false } } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const lineOf = ({ part, entry, how, members }: CatalogueChange): string =>
  `  ${how.padEnd(8)}${part} ${entry}${members.length > 0 ? `: ${members.join(', ')}` : ''}`;

/** Ids of open dossiers by the change that touches them. */
const touchedBy = async (
  place: Place,
  changes: readonly CatalogueChange[],
): Promise<ReadonlyMap<CatalogueChange, readonly string[]>> => {
  const touched = new Map<CatalogueChange, string[]>(changes.map((change) => [change, []]));
  if (changes.length === 0) return touched;
  const { client } = place;
  const dossiers = await place.table('Dossiers', 'DOSSIERS_TABLE');
  const ledger = await place.table('Ledger', 'LEDGER_TABLE');
  const unit = makeUnitOfWork({ client, tables: { dossiers, ledger }, clock, sha256 });
  for await (const id of everyDossier({ client, table: dossiers, sha256 })) {
    const stored = await unit.load(id);
    for (const [change, ids] of touched)
      if (stored && isTouched(stored.dossier, change)) ids.push(id);
  }
  return touched;
};

const tellTouched = async (place: Place, changes: readonly CatalogueChange[]): Promise<void> => {
  for (const [change, ids] of await touchedBy(place, changes.filter(mayTouch))) {
    if (ids.length === 0) continue;
    const more = ids.length > named ? ` and ${ids.length - named} more` : '';
    say(`${ids.length} open dossiers go on by ${change.part} ${change.entry}:`);
    say(`  ${ids.slice(0, named).join(' ')}${more}`);
  }
};

/**
 * Publishes `data/` for running functions: validates it, says what changes and which open dossiers it
 * touches, puts the text and then moves the pointer. Exit code 1 where the data has faults or somebody
 * else has published in the meantime; nothing has changed then.
 */
export const publishData = async (args: readonly string[], env: Environment): Promise<number> => {
  const { 'dry-run': dryRun, ...where } = argumentsOf(args, options, usage);
  const faults = faultsOf(provinceFiles);
  for (const fault of faults) say(`fault: ${fault}`);
  if (faults.length > 0) return 1;
  const place = await openPlace(where, env);
  try {
    const press = makeCataloguePress(await place.bucket('Catalogue', 'CATALOGUE_BUCKET'));
    const ready = await makePublishCatalogue({ press, clock, sha256 })(province);
    const { version, before } = ready;
    say(`${dayOf(clock.now())}  ${before?.version ?? 'nothing published'} → ${version}`);
    if (before?.version === version) {
      say('the same is in force already');
      return 0;
    }
    const changes = catalogueChanges(before?.province, province);
    for (const change of changes) say(lineOf(change));
    await tellTouched(place, changes);
    if (dryRun) return done('not published: --dry-run', 0);
    return (await ready.publish())
      ? done(`published; every function decides by it within half a minute`, 0)
      : done('not published: somebody else has published meanwhile; look at it again', 1);
  } finally {
    await place.close();
  }
};

const done = (line: string, code: number): number => {
  say(line);
  return code;
};
