import type { Upcast } from '#domain/history/upcast.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';

/** What is kept beside the dossiers: a document with an id and a version that rises by one. */
export interface KeptRecord {
  readonly id: string;
  readonly version: number;
}

/**
 * One kind of record, which the service that owns it declares in its `records.ts`. Whoever reads or
 * writes a record names its kind by this value, so that `tsc` knows the shape and the store where to
 * put it.
 */
export interface RecordKind<T extends KeptRecord = KeptRecord> {
  /** In the keys of the table: never changes. */
  readonly name: string;
  /** From each stored version of the record to the next; absent while there has been but one. */
  readonly steps?: readonly Upcast[];
  /** How a record is found otherwise than by its id. */
  place(record: T): Placement;
}

/** How a record is found otherwise than by its id. */
export interface Placement {
  /** Each belongs to one record of the kind for ever, also while that one does not bear it. */
  readonly names: readonly string[];
  /** The list that it stands in as it is now. */
  readonly list?: ListPlace;
  /** A second list, for somebody else to read. */
  readonly secondList?: ListPlace;
}

interface ListPlace {
  readonly name: string;
  readonly at: Instant;
}

/** A kind whose records are found by their id alone. */
export const unlistedKind = <T extends KeptRecord>(name: string): RecordKind<T> => ({
  name,
  place: () => ({ names: [] }),
});

/** Replaces `before` by `after` where `before` still is what is kept. */
export interface RecordWrite<T extends KeptRecord = KeptRecord> {
  readonly kind: RecordKind<T>;
  readonly before: T | undefined;
  readonly after: T;
  /** What others hear of it: published once the write is durable, at least once. */
  readonly events?: readonly PublishedEvent[];
}

/** The write of one record; `before` is what was read, nothing where the record is new. */
export const recordWrite = <T extends KeptRecord>(
  kind: RecordKind<T>,
  before: NoInfer<T> | undefined,
  after: NoInfer<T>,
  events: readonly PublishedEvent[] = [],
): RecordWrite<T> => ({ kind, before, after, ...(events.length > 0 && { events }) });

/** Of a record's JSON in UTF-8: its lists grow no further, and what is left is for its ends. */
const recordRoom = 350_000;

/** What a write would fill beyond its room, where it lengthens a list of its record, however deep it lies. */
export const fullRecordAfter = ({ kind, before, after }: RecordWrite) => {
  const bytes = Buffer.byteLength(JSON.stringify(after), 'utf8');
  if (bytes <= recordRoom) return undefined;
  const list = Object.entries(after)
    .map(([name, entries]) =>
      isNewList(memberOf(before, name), entries)
        ? name
        : longerIn(name, memberOf(before, name), entries),
    )
    .find((path) => path !== undefined);
  return list === undefined ? undefined : { list: `${kind.name}.${list}`, bytes: recordRoom };
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) ? Reflect.get(value, name) : undefined;

/** A list of the record itself counts from its first entry on; one inside something new came with it. */
const isNewList = (before: unknown, entries: unknown): boolean =>
  before === undefined && Array.isArray(entries) && entries.length > 0;

/** The path of a list that was there and is longer now. */
const longerIn = (path: string, before: unknown, after: unknown): string | undefined => {
  if (!isObject(before) || !isObject(after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after) && after.length > before.length) return path;
  return Object.entries(after)
    .map(([name, value]) => {
      const inside = Array.isArray(after) ? path : `${path}.${name}`;
      return longerIn(inside, memberOf(before, name), value);
    })
    .find((found) => found !== undefined);
};

/** The placement that a write gives, and the names that are new with it. */
export const placementAfter = ({ kind, before, after }: RecordWrite): Placement => {
  const known = new Set(before && kind.place(before).names);
  const { names, ...rest } = kind.place(after);
  return { ...rest, names: [...new Set(names)].filter((name) => !known.has(name)) };
};
