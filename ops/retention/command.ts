import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeCatalogueShelf } from '#adapters/aws/s3/catalogue-shelf.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { makeCatalogueInForce } from '#adapters/province/catalogue-in-force.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { retentionClasses } from '#domain/retention/keeping.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import {
  type Judged,
  makeForeseeRetention,
} from '#functions/oversight/application/end-retention.ts';
import { argumentsOf } from '../arguments.ts';
import { InvalidUse } from '../invalid-use.ts';
import { type Environment, openPlace, type Place, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- retention --dry-run [--on 2036-12-31T17:00:00Z] ${placeUsage}
what is due goes at night, by the worker oversight/end-retention; here it is only shown`;

const options = {
  ...placeOptions,
  'dry-run': { type: 'boolean', default: false },
  on: { type: 'string' },
} as const;

const momentIn = (on: string | undefined): Instant => {
  if (on === undefined) return clock.now();
  const at = Date.parse(on);
  if (Number.isNaN(at)) throw new InvalidUse(`no moment: ${on}\n${usage}`);
  return instant(at);
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Of what would go, so many are named. */
const named = 20;

const tell = (judged: readonly Judged[]): void => {
  for (const each of retentionClasses) {
    const ofClass = judged.filter(({ retentionClass }) => retentionClass === each);
    const due = ofClass.filter(({ keeping }) => keeping.isDue);
    const kept = Map.groupBy(ofClass, ({ keeping }) => (keeping.isDue ? 'due' : keeping.why));
    kept.delete('due');
    const why = [...kept].map(([reason, all]) => `${reason} ${all.length}`).join(', ');
    say(`${each.padEnd(10)} ${String(due.length).padStart(6)} would go  kept: ${why || '0'}`);
    for (const { dossierId } of due.slice(0, named)) say(`             ${dossierId}`);
    if (due.length > named) say(`             and ${due.length - named} more`);
  }
};

const foreseen = async (place: Place, now: Instant): Promise<readonly Judged[]> => {
  const { client } = place;
  const dossiers = await place.table('Dossiers', 'DOSSIERS_TABLE');
  const tables = { dossiers, ledger: await place.table('Ledger', 'LEDGER_TABLE') };
  const shelf = makeCatalogueShelf(await place.bucket('Catalogue', 'CATALOGUE_BUCKET'));
  const { version, province } = await makeCatalogueInForce({
    shelf,
    clock,
    sha256,
    onStale: () => undefined,
  })();
  const foresee = makeForeseeRetention({
    ledger: makeUnitOfWork({ client, tables, clock, sha256 }),
    index: makeDossierIndex(client, tables),
    clock: { ...clock, now: () => now },
    catalogue: makeProvinceCatalogue(province, version),
    procedures: province.procedures,
  });
  return Array.fromAsync(foresee());
};

/** Thời hạn lưu trữ: what would be erased, class by class, and why the rest stays. Writes nothing. */
export const retention = async (args: readonly string[], env: Environment): Promise<number> => {
  const { 'dry-run': isDry, on, ...where } = argumentsOf(args, options, usage);
  if (!isDry) throw new InvalidUse(usage);
  const now = momentIn(on);
  const place = await openPlace(where, env);
  try {
    say(`${dayOf(now)}: ended dossiers that are not erased; what has not ended is kept`);
    tell(await foreseen(place, now));
    return 0;
  } finally {
    await place.close();
  }
};
