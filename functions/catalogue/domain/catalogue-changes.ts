import type { Effective } from '#domain/catalogue/effective.ts';
import { nameOfPlace } from '#domain/catalogue/place.ts';
import type { Province } from '#domain/catalogue/province.ts';
import { orderedText } from '#domain/catalogue/publication.ts';

/** What one publication says otherwise than the one before. */
export interface CatalogueChange {
  readonly part: keyof Province;
  /** What names the entry within its part. */
  readonly entry: string;
  readonly how: 'added' | 'removed' | 'changed';
  /** Of a changed entry: the members that differ. */
  readonly members: readonly string[];
}

type Entry<Part extends keyof Province> = Province[Part][number];
type Namers = { readonly [Part in keyof Province]: (entry: Entry<Part>) => string };

const since = ({ effective: { from } }: { readonly effective: Effective }): string =>
  `from ${from}`;

/** How the entries of each part are told apart. */
const nameOf: Namers = {
  agencies: ({ id }) => id,
  postOffices: ({ id }) => id,
  procedures: ({ code, version }) => `${code} ${version}`,
  calendars: ({ year }) => String(year),
  codeTemplates: (each) => `${each.levels.join('+')} ${since(each)}`,
  smsTemplates: ({ id }) => id,
  smsPrices: (each) => `${each.channel} ${since(each)}`,
  waybillPools: (each) =>
    `${each.carrier} ${each.use} ${each.serviceIndicator} ${each.firstSerial}`,
  prices: (each) => `${each.routeClass} ${since(each)}`,
  watchRules: since,
  readingRules: since,
  offlineRules: since,
  satisfactionRules: since,
  queueRules: since,
  elsewhere: ({ id }) => id,
  places: (each) => `${nameOfPlace(each)} ${since(each)}`,
};

const parts = Object.keys(nameOf) as readonly (keyof Province)[];

/** What was published before anything was: nothing. */
const nothing = Object.fromEntries(parts.map((part) => [part, []])) as unknown as Province;

const entriesOf = (province: Province, part: keyof Province): ReadonlyMap<string, object> => {
  const name = nameOf[part] as (entry: object) => string;
  return new Map(province[part].map((entry) => [name(entry), entry]));
};

const differing = (before: object, after: object): readonly string[] => {
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (member) => orderedText(old.get(member)) !== orderedText(now.get(member)),
  );
};

const changesOfPart = (
  part: keyof Province,
  old: ReadonlyMap<string, object>,
  now: ReadonlyMap<string, object>,
): readonly CatalogueChange[] =>
  [...new Set([...old.keys(), ...now.keys()])].flatMap((entry): readonly CatalogueChange[] => {
    const [before, after] = [old.get(entry), now.get(entry)];
    if (!before) return [{ part, entry, how: 'added', members: [] }];
    if (!after) return [{ part, entry, how: 'removed', members: [] }];
    const members = differing(before, after);
    return members.length > 0 ? [{ part, entry, how: 'changed', members }] : [];
  });

/** Every entry that differs, by part; all of them where nothing was published before. */
export const catalogueChanges = (
  before: Province | undefined,
  after: Province,
): readonly CatalogueChange[] =>
  parts.flatMap((part) =>
    changesOfPart(part, entriesOf(before ?? nothing, part), entriesOf(after, part)),
  );
