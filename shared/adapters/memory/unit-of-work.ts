import { eventToday } from '#adapters/stored/event.ts';
import { chain, GENESIS, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import { isPublished } from '#domain/dossier/publication.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import { warnings } from '#domain/limits/warnings.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import { assignmentLineOf, boxOf } from '#ports/assignment-line.ts';
import { type LimitLine, type PlacedLimit, placedLimits } from '#ports/limit-line.ts';
import { oldPapersLineOf } from '#ports/old-papers-line.ts';
import {
  type KeptRecord,
  placementAfter,
  type RecordKind,
  type RecordWrite,
} from '#ports/records.ts';
import {
  type Answer,
  type Commit,
  type CommitResult,
  type DossierIndex,
  type DossierLine,
  type DossierWrite,
  lineOf,
  type Outbox,
  type Page,
  type PageAsk,
  type UnitOfWork,
  type Unpublished,
  urgencyOf,
} from '#ports/unit-of-work.ts';

interface Kept {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  readonly events: readonly WrittenEvent[];
}

/** What waits to be published, since when. */
interface Waiting {
  readonly since: number;
  readonly event: Unpublished;
}

/** Everything that the ledger holds. */
export interface LedgerContents {
  readonly dossiers: Map<string, Kept>;
  /** By kind and id. */
  readonly records: Map<string, Pick<RecordWrite, 'kind' | 'after'>>;
  readonly answers: Map<string, Answer>;
  readonly claims: Set<string>;
  readonly sequences: Map<string, number>;
  readonly unpublished: Map<string, Waiting>;
}

export const emptyContents = (): LedgerContents => ({
  dossiers: new Map(),
  records: new Map(),
  answers: new Map(),
  claims: new Set(),
  sequences: new Map(),
  unpublished: new Map(),
});

/** The ledger in memory, with the conditions of the real one: for tests of use cases. */
export const makeMemoryUnitOfWork = (
  sha256: Sha256Hex,
  contents: LedgerContents = emptyContents(),
) => {
  const { dossiers, records, answers, sequences, unpublished } = contents;
  const ledger: UnitOfWork = {
    load: async (id) => {
      const found = dossiers.get(id);
      if (!found) return undefined;
      const chainHash = found.events.at(-1)?.hash ?? GENESIS;
      return { dossier: found.dossier, applicant: found.applicant, chainHash };
    },
    history: async (id) => (dossiers.get(id)?.events ?? []).map(eventToday),
    written: async (id) => dossiers.get(id)?.events ?? [],
    event: async (id, version) => {
      const written = dossiers.get(id)?.events[version - 1];
      return written && eventToday(written);
    },
    findByCode: async (code) => all().find((dossier) => isNumbered(dossier, code))?.id,
    commit: async (commit) => {
      const why = failedCondition(contents, commit);
      if (why) return { ok: false, why };
      write(contents, commit, sha256);
      return { ok: true };
    },
    answer: async (scope, key) => answers.get(`${scope}#${key}`),
    sequence: async (name) => sequences.get(name) ?? 0,
    record: async <T extends KeptRecord>({ name }: RecordKind<T>, id: string) =>
      records.get(`${name}#${id}`)?.after as T | undefined,
    findRecord: async (kind, name) =>
      [...records.values()].find(
        (kept) => kept.kind.name === kind.name && kind.place(kept.after).names.includes(name),
      )?.after.id,
  };
  const all = () => [...dossiers.values()].map(({ dossier }) => dossier);
  const recorded: RecordedDays = {
    hashesOf: async (day) =>
      [...dossiers.values()]
        .flatMap(({ events }) => events)
        .filter(({ recordedAt }) => dayOf(recordedAt) === day)
        .map(({ hash }) => hash)
        .sort(),
  };
  return { ledger, index: indexOver(all, records), outbox: outboxOver(unpublished), recorded };
};

const isNumbered = ({ acceptance, backEntry }: Dossier, code: string): boolean =>
  acceptance?.code === code || backEntry?.number === code;

type Why = Extract<CommitResult, { ok: false }>['why'];

const failedCondition = (contents: LedgerContents, commit: Commit): Why | undefined => {
  const { answer, claim, sequences = [] } = commit;
  if (answer && contents.answers.has(`${answer.scope}#${answer.key}`)) return 'answered';
  if (claim && contents.claims.has(`${claim.source}#${claim.eventId}`)) return 'claimed';
  if (isStale(contents, commit)) return 'stale';
  const moved = sequences.some(({ name, from }) => (contents.sequences.get(name) ?? 0) !== from);
  return moved ? 'sequence-moved' : undefined;
};

const isStale = (contents: LedgerContents, { dossiers = [], records = [] }: Commit): boolean =>
  dossiers.some(
    ({ change: { before, after, events } }) =>
      events.length > 0 &&
      ((before?.version ?? 0) !== (contents.dossiers.get(after.id)?.dossier.version ?? 0) ||
        isCodeTaken(contents, after)),
  ) ||
  records.some(
    (write) =>
      (write.before?.version ?? 0) !==
        (contents.records.get(`${write.kind.name}#${write.after.id}`)?.after.version ?? 0) ||
      isNameTaken(contents, write),
  );

const isCodeTaken = ({ dossiers }: LedgerContents, { id, acceptance }: Dossier): boolean =>
  acceptance !== undefined &&
  [...dossiers.values()].some(
    ({ dossier }) => dossier.id !== id && dossier.acceptance?.code === acceptance.code,
  );

const isNameTaken = ({ records }: LedgerContents, write: RecordWrite): boolean => {
  const { names } = placementAfter(write);
  return (
    names.length > 0 &&
    [...records.values()].some(
      ({ kind, after }) =>
        kind.name === write.kind.name &&
        kind.place(after).names.some((name) => names.includes(name)),
    )
  );
};

const write = (contents: LedgerContents, commit: Commit, sha256: Sha256Hex): void => {
  for (const dossier of commit.dossiers ?? []) writeDossier(contents, dossier, sha256);
  for (const write of commit.records ?? []) {
    const { kind, after } = write;
    contents.records.set(`${kind.name}#${after.id}`, { kind, after });
    writeEvents(contents.unpublished, write);
  }
  for (const { name, from } of commit.sequences ?? []) contents.sequences.set(name, from + 1);
  const { answer, claim } = commit;
  if (answer) contents.answers.set(`${answer.scope}#${answer.key}`, structuredClone(answer));
  if (claim) contents.claims.add(`${claim.source}#${claim.eventId}`);
};

const writeDossier = (
  { dossiers, unpublished }: LedgerContents,
  { change, chainHash, applicant }: DossierWrite,
  sha256: Sha256Hex,
): void => {
  // Nothing happened, so nobody asks whether the state that was read is still the state.
  if (change.events.length === 0) return;
  const before = dossiers.get(change.after.id);
  const holder = applicant ?? before?.applicant;
  if (!holder) throw new Error('a new dossier needs its applicant');
  const links = chain(change.events, chainHash, sha256);
  const events = [...(before?.events ?? []), ...links];
  dossiers.set(change.after.id, { dossier: change.after, applicant: holder, events });
  for (const link of links.filter(({ fact }) => isPublished(fact.type)))
    unpublished.set(`${link.dossierId}#${link.version}`, {
      since: link.recordedAt,
      event: { of: 'dossier', event: eventToday(link) },
    });
};

const placeOf = (unpublished: Unpublished): string =>
  unpublished.of === 'dossier'
    ? `${unpublished.event.dossierId}#${unpublished.event.version}`
    : `${unpublished.place.record} ${unpublished.place.entry}`;

const writeEvents = (
  unpublished: LedgerContents['unpublished'],
  { kind, after, events = [] }: RecordWrite,
): void => {
  for (const [n, event] of events.entries()) {
    const place = { record: `${kind.name}#${after.id}`, entry: `${after.version}#${n}` };
    const waiting: Unpublished = { of: 'record', event, place };
    unpublished.set(placeOf(waiting), { since: Date.parse(event.time), event: waiting });
  }
};

const outboxOver = (unpublished: Map<string, Waiting>): Outbox => ({
  waiting: async (before, limit) =>
    [...unpublished.values()]
      .filter(({ since }) => since < before)
      .slice(0, limit)
      .map(({ event }) => event),
  markPublished: async (event) => {
    unpublished.delete(placeOf(event));
  },
});

const indexOver = (
  all: () => readonly Dossier[],
  records: LedgerContents['records'],
): DossierIndex => ({
  listed: async (kind, list, ask) => recordsIn(records, kind, 'list', list, ask),
  listedSecond: async (kind, list, ask) => recordsIn(records, kind, 'secondList', list, ask),
  inbox: async (agency, inbox, ask) =>
    linesOf(
      pageOf(
        all().filter(
          ({ department }) => department?.agency === agency && department.inbox === inbox,
        ),
        (dossier) => urgencyOf(dossier) ?? Number.MAX_SAFE_INTEGER,
        ask,
      ),
    ),
  assigned: async (agency, box, ask) => {
    const lines = all().flatMap((dossier) =>
      dossier.assignments
        .filter((each) => each.agency === agency && boxOf(each) === box)
        .map((each) => ({
          id: `${dossier.id}#${each.id}`,
          line: assignmentLineOf(dossier, each),
        })),
    );
    const { items, next } = pageOf(lines, ({ line }) => line.dueAt ?? Number.MAX_SAFE_INTEGER, ask);
    return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
  },
  ...limitLists(all),
  oldPapersOf: async ({ office, agency }, ask) => {
    const lines = all().flatMap((dossier) => {
      const line = oldPapersLineOf(dossier);
      const isMine = office === undefined ? line?.agency === agency : line?.office === office;
      return line && isMine ? [{ id: line.dossierId, line }] : [];
    });
    const { items, next } = pageOf(lines, ({ line }) => line.since, ask);
    return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
  },
  registered: async (office, status, { from, until }, ask) =>
    taken(
      all().filter(({ registeredAt }) => registeredAt >= from && registeredAt < until),
      { office, status },
      ask,
    ),
  worklist: async (office, status, ask) => taken(all(), { office, status }, ask),
});

const limitLists = (all: () => readonly Dossier[]): Pick<DossierIndex, 'unwarned' | 'warned'> => ({
  unwarned: async (warning, before, ask) => {
    const { of, after } = warnings[warning];
    return limitsIn(
      all,
      ({ kind, state, at }) => kind === of && state === after && at < before,
      ask,
    );
  },
  warned: async (warning, owner, ask) =>
    limitsIn(
      all,
      (limit) => limit.state === warning && (owner === undefined || limit.owner === owner),
      ask,
    ),
});

const limitsIn = (
  all: () => readonly Dossier[],
  isListed: (limit: PlacedLimit) => boolean,
  ask: PageAsk,
): Page<LimitLine> => {
  const limits = all().flatMap(placedLimits).filter(isListed);
  const keyed = limits.map(({ line, at }) => ({ id: line.dossierId, at, line }));
  const { items, next } = pageOf(keyed, ({ at }) => at, ask);
  return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
};

const taken = (
  dossiers: readonly Dossier[],
  of: Pick<Dossier, 'office' | 'status'>,
  ask: PageAsk,
): Page<DossierLine> =>
  linesOf(
    pageOf(
      dossiers.filter(({ office, status }) => office === of.office && status === of.status),
      ({ registeredAt }) => registeredAt,
      ask,
    ),
  );

const recordsIn = (
  records: LedgerContents['records'],
  kind: RecordKind,
  which: 'list' | 'secondList',
  name: string,
  ask: PageAsk,
): Page<string> => {
  const found = [...records.values()]
    .filter((kept) => kept.kind.name === kind.name)
    .flatMap(({ after }) => {
      const place = kind.place(after)[which];
      return place?.name === name ? [{ id: after.id, at: place.at }] : [];
    });
  const { items, next } = pageOf(found, ({ at }) => at, ask);
  return { items: items.map(({ id }) => id), ...(next !== undefined && { next }) };
};

const pageOf = <T extends { readonly id: string }>(
  all: readonly T[],
  sort: (item: T) => number,
  { limit, after }: PageAsk,
): Page<T> => {
  const keyed = all
    .map((item) => ({ item, key: `${String(sort(item)).padStart(16, '0')}#${item.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => after === undefined || key > after);
  const last = keyed[limit - 1];
  return {
    items: keyed.slice(0, limit).map(({ item }) => item),
    ...(keyed.length > limit && last && { next: last.key }),
  };
};

const linesOf = ({ items, next }: Page<Dossier>): Page<DossierLine> => ({
  items: items.map(lineOf),
  ...(next !== undefined && { next }),
});
