import { changedScans } from '#adapters/aws/dynamodb/items.ts';
import { outboxSort, timeSort } from '#adapters/aws/dynamodb/keys.ts';
import {
  type LinkedCommit,
  type LinkedWrite,
  linkedCommit,
} from '#adapters/aws/dynamodb/linked-commit.ts';
import { plannedCommit } from '#adapters/aws/dynamodb/planned-commit.ts';
import { asStored } from '#adapters/aws/dynamodb/stored-value.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { eventToday } from '#adapters/stored/event.ts';
import { GENESIS, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import { numbersOf } from '#domain/dossier/paper-number.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import type { KeptEvent } from '#domain/history/sealed-text.ts';
import { withoutTexts } from '#domain/history/sealed-text.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { NumberSeries } from '#domain/identifiers/number-series.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import type { Clock } from '#ports/clock.ts';
import {
  type KeptRecord,
  placementAfter,
  type RecordKind,
  type RecordWrite,
} from '#ports/records.ts';
import type {
  Answer,
  Outbox,
  StoredDossier,
  UnitOfWork,
  Unpublished,
} from '#ports/unit-of-work.ts';
import { indexOver, type KeptRecords } from './dossier-index.ts';
import { type Guards, keepGuards, refusalOf } from './guards.ts';
import { makeMemoryNumbers } from './numbers.ts';

interface Kept {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  readonly events: readonly KeptEvent[];
}

/** What waits to be published, since when. */
interface Waiting {
  readonly since: number;
  /** In the order of the table. */
  readonly sort: string;
  readonly event: Unpublished;
}

/** Everything that the ledger holds. */
export interface LedgerContents {
  readonly dossiers: Map<string, Kept>;
  /** By kind and id. */
  readonly records: KeptRecords;
  readonly answers: Map<string, Answer>;
  readonly claims: Set<string>;
  readonly sequences: Map<string, number>;
  readonly unpublished: Map<string, Waiting>;
  /** The record that a name belongs to, by kind and name. */
  readonly names: Map<string, string>;
  /** The dossier that a code or a slip's number belongs to. */
  readonly numbers: Map<string, DossierId>;
  readonly series: Map<string, NumberSeries>;
  readonly guards: Guards;
}

export const emptyContents = (): LedgerContents => ({
  dossiers: new Map(),
  records: new Map(),
  answers: new Map(),
  claims: new Set(),
  sequences: new Map(),
  unpublished: new Map(),
  names: new Map(),
  numbers: new Map(),
  series: new Map(),
  guards: new Map(),
});

/** Only their keys matter here. */
const tables = { dossiers: 'dossiers', ledger: 'ledger' };

/** The ledger in memory, with the conditions of the real one: for tests of use cases. */
export const makeMemoryUnitOfWork = (
  sha256: Sha256Hex,
  contents: LedgerContents = emptyContents(),
  clock: Pick<Clock, 'now'> = { now: () => 0 as Instant },
) => {
  const { dossiers, records, answers, sequences, guards, names, numbers } = contents;
  const ledger: UnitOfWork = {
    ...readersOf(dossiers),
    event: async (id, version) => {
      const written = dossiers.get(id)?.events[version - 1];
      return written && eventToday(written);
    },
    findByCode: async (code) => numbers.get(code),
    commit: async (commit) => {
      const linked = linkedCommit(commit, { ...textSealing, sha256 });
      const plan = plannedCommit(linked, tables, 0 as Instant);
      const why = 'why' in plan ? plan.why : refusalOf(guards, plan.writes);
      if (why) return { ok: false, why };
      const write = stored(contents, linked);
      if ('writes' in plan) keepGuards(guards, plan.writes);
      write();
      return { ok: true };
    },
    answer: async (scope, key) => answers.get(tuple(scope, key)),
    sequence: async (name) => sequences.get(name) ?? 0,
    record: async <T extends KeptRecord>({ name }: RecordKind<T>, id: string) =>
      records.get(`${name}#${id}`)?.after as T | undefined,
    findRecord: async (kind, name) => names.get(`${kind.name}#${name}`),
  };
  const all = () => [...dossiers.values()].map(({ dossier }) => dossier);
  return {
    ledger,
    numbers: makeMemoryNumbers(clock, contents.series),
    index: indexOver(all, records),
    outbox: outboxOver(contents),
    recorded: recordedIn(dossiers),
  };
};

const recordedIn = (dossiers: LedgerContents['dossiers']): RecordedDays => {
  const on = (day: VietnamDay) =>
    [...dossiers.values()]
      .flatMap(({ events }) => events)
      .map(({ written }) => written)
      .filter(({ recordedAt }) => dayOf(recordedAt) === day);
  return {
    hashesOf: async (day) =>
      on(day)
        .map(({ hash }) => hash)
        .sort(),
    leavesOf: async (day) => Map.groupBy(on(day), ({ dossierId }) => dossierId),
    contentsOf: async (id) => dossiers.get(id)?.events ?? [],
  };
};

const readersOf = (
  dossiers: LedgerContents['dossiers'],
): Pick<UnitOfWork, 'load' | 'loadWhole' | 'history' | 'kept'> => {
  const stored = ({ dossier, applicant, events }: Kept): StoredDossier => ({
    dossier,
    applicant,
    chainHash: events.at(-1)?.written.hash ?? GENESIS,
  });
  return {
    load: async (id) => {
      const found = dossiers.get(id);
      return found && stored(found);
    },
    loadWhole: async (id) => {
      const found = dossiers.get(id);
      return found && { ...stored(found), events: found.events.map(eventToday) };
    },
    history: async (id) => (dossiers.get(id)?.events ?? []).map(eventToday),
    kept: async (id) => dossiers.get(id)?.events ?? [],
  };
};

/** Makes all that a commit keeps first: what a table cannot keep throws before anything is written. */
const stored = (contents: LedgerContents, commit: LinkedCommit): (() => void) => {
  const { answer, claim, dossiers, records = [], sequences = [] } = commit;
  const written = dossiers.flatMap((write) => keptDossier(contents, write));
  const kept = records.map((write) => ({ ...write, after: asStored(write.after) }));
  const answered = answer && asStored(answer);
  return () => {
    for (const each of written) keepDossier(contents, each);
    for (const record of kept) keepRecord(contents, record);
    for (const { name, from } of sequences) contents.sequences.set(name, from + 1);
    if (answered) contents.answers.set(tuple(answered.scope, answered.key), answered);
    if (claim) contents.claims.add(`${claim.source}#${claim.eventId}`);
  };
};

const keepRecord = (contents: LedgerContents, write: RecordWrite): void => {
  const { names, records } = contents;
  const { kind, after } = write;
  for (const name of placementAfter(write).names) names.set(`${kind.name}#${name}`, after.id);
  records.set(`${kind.name}#${after.id}`, { kind, after });
  keepEvents(contents, write);
};

const keptDossier = (
  { dossiers }: LedgerContents,
  { change: { before, after, events }, links, applicant, erasure }: LinkedWrite,
): readonly Kept[] => {
  // Nothing happened, so nobody asks whether the state that was read is still the state.
  if (events.length === 0) return [];
  const known = dossiers.get(after.id);
  const holder = applicant ?? known?.applicant;
  if (!holder) throw new Error('a new dossier needs its applicant');
  // Scans are items of their own, read in the order of their keys.
  const scans = new Map(known?.dossier.scans.map((scan) => [scan.id, scan]));
  for (const scan of changedScans(before, after)) scans.set(scan.id, scan);
  const dossier = { ...after, scans: [...scans.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
  const gone = new Set(erasure?.events.map(({ written }) => written.version));
  const earlier = (known?.events ?? []).map((event) =>
    erasure && gone.has(event.written.version) ? withoutTexts(event, erasure.kept) : event,
  );
  return [
    {
      dossier: asStored(dossier),
      applicant: asStored(holder),
      events: [...earlier, ...links.map((link) => asStored(link))],
    },
  ];
};

const keepDossier = ({ dossiers, numbers, unpublished }: LedgerContents, kept: Kept): void => {
  const { dossier, events } = kept;
  const news = events.slice(dossiers.get(dossier.id)?.events.length ?? 0);
  dossiers.set(dossier.id, kept);
  for (const number of numbersOf(dossier)) numbers.set(number, dossier.id);
  for (const event of news.filter(({ written }) => isPublished(written.fact.type)))
    unpublished.set(`${event.written.dossierId}#${event.written.version}`, {
      since: event.written.recordedAt,
      sort: outboxSort(event.written),
      event: { of: 'dossier', event: eventToday(event) },
    });
};

const placeOf = (unpublished: Unpublished): string =>
  unpublished.of === 'dossier'
    ? `${unpublished.event.dossierId}#${unpublished.event.version}`
    : `${unpublished.place.record} ${unpublished.place.entry}`;

const keepEvents = (
  { unpublished }: LedgerContents,
  { kind, after, events = [] }: RecordWrite,
): void => {
  for (const [n, event] of events.entries()) {
    const place = { record: `${kind.name}#${after.id}`, entry: `${after.version}#${n}` };
    const waiting: Unpublished = { of: 'record', event: asStored(event), place };
    const since = Date.parse(event.time);
    const sort = timeSort(since, event.id);
    unpublished.set(placeOf(waiting), { since, sort, event: waiting });
  }
};

const outboxOver = ({ dossiers, records, unpublished }: LedgerContents): Outbox => ({
  waiting: async (before, limit) =>
    [...unpublished.values()]
      .filter(({ since }) => since < before)
      .sort((a, b) => (a.sort < b.sort ? -1 : 1))
      .slice(0, limit)
      .map(({ event }) => event),
  markPublished: async (waiting) => {
    const isKept =
      waiting.of === 'record'
        ? records.has(waiting.place.record)
        : dossiers.get(waiting.event.dossierId)?.events[waiting.event.version - 1];
    if (!isKept) throw new Error(`no event ${placeOf(waiting)}`);
    unpublished.delete(placeOf(waiting));
  },
});
