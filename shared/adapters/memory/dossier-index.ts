import type { Dossier } from '#domain/dossier/dossier.ts';
import { warnings } from '#domain/limits/warnings.ts';
import { assignmentLineOf, boxOf } from '#ports/assignment-line.ts';
import { type LimitLine, type PlacedLimit, placedLimits } from '#ports/limit-line.ts';
import { oldPapersLineOf } from '#ports/old-papers-line.ts';
import { type PullPlace, pullPlaceOf } from '#ports/pull-line.ts';
import type { RecordKind, RecordWrite } from '#ports/records.ts';
import { type RetentionLine, retentionLineOf } from '#ports/retention-line.ts';
import {
  type DossierIndex,
  type DossierLine,
  lineOf,
  type Page,
  type PageAsk,
  urgencyOf,
} from '#ports/unit-of-work.ts';

/** By kind and id. */
export type KeptRecords = Map<string, Pick<RecordWrite, 'kind' | 'after'>>;

/** The lists, read off what is kept as it is now. */
export const indexOver = (all: () => readonly Dossier[], records: KeptRecords): DossierIndex => ({
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
  ...pullLists(all),
  oldPapersOf: async ({ office, agency }, ask) => {
    const lines = all().flatMap((dossier) => {
      const line = oldPapersLineOf(dossier);
      const isMine = office === undefined ? line?.agency === agency : line?.office === office;
      return line && isMine ? [{ id: line.dossierId, line }] : [];
    });
    const { items, next } = pageOf(lines, ({ line }) => line.since, ask);
    return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
  },
  ...retentionLists(all),
  registered: async (office, status, { from, until }, ask) =>
    taken(
      all().filter(({ registeredAt }) => registeredAt >= from && registeredAt < until),
      { office, status },
      ask,
    ),
  worklist: async (office, status, ask) => taken(all(), { office, status }, ask),
});

const retentionLists = (
  all: () => readonly Dossier[],
): Pick<DossierIndex, 'finished' | 'onHold'> => ({
  finished: async (procedure, before, ask) => {
    const isListed = (line: RetentionLine) =>
      line.procedure === procedure && line.finishedAt !== undefined && line.finishedAt < before;
    return retained(all(), isListed, ({ finishedAt = 0 }) => finishedAt, ask);
  },
  onHold: async (ask) =>
    retained(
      all(),
      ({ heldAt }) => heldAt !== undefined,
      ({ heldAt = 0 }) => heldAt,
      ask,
    ),
});

const retained = (
  dossiers: readonly Dossier[],
  isListed: (line: RetentionLine) => boolean,
  sort: (line: RetentionLine) => number,
  ask: PageAsk,
): Page<RetentionLine> => {
  const lines = dossiers.flatMap((dossier) => retentionLineOf(dossier) ?? []).filter(isListed);
  const keyed = lines.map((line) => ({ id: line.dossierId, line }));
  const { items, next } = pageOf(keyed, ({ line }) => sort(line), ask);
  return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
};

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

const pullLists = (all: () => readonly Dossier[]): Pick<DossierIndex, 'free' | 'lapsed'> => {
  const dueOf = ({ line }: PullPlace) => line.dueAt ?? Number.MAX_SAFE_INTEGER;
  const linesIn = (
    isListed: (place: PullPlace) => boolean,
    sort: (place: PullPlace) => readonly number[],
    ask: PageAsk,
  ) => {
    const places = all().flatMap((dossier) => pullPlaceOf(dossier) ?? []);
    const keyed = places.filter(isListed).map((place) => ({ ...place, id: place.line.id }));
    const { items, next } = pageOf(keyed, sort, ask);
    return { items: items.map(({ line }) => line), ...(next !== undefined && { next }) };
  };
  return {
    free: async (agency, ask) =>
      linesIn(
        (place) => place.agency === agency && place.leasedUntil === undefined,
        (place) => [dueOf(place)],
        ask,
      ),
    lapsed: async (agency, by, ask) =>
      linesIn(
        ({ leasedUntil, ...place }) =>
          place.agency === agency && leasedUntil !== undefined && leasedUntil <= by,
        (place) => [place.leasedUntil ?? 0, dueOf(place)],
        ask,
      ),
  };
};

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
  records: KeptRecords,
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
  sort: (item: T) => number | readonly number[],
  { limit, after }: PageAsk,
): Page<T> => {
  const keyed = all
    .map((item) => ({ item, key: keyOf(sort(item), item.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => after === undefined || key > after);
  const last = keyed[limit - 1];
  return {
    items: keyed.slice(0, limit).map(({ item }) => item),
    ...(keyed.length > limit && last && { next: last.key }),
  };
};

const keyOf = (sort: number | readonly number[], id: string): string =>
  [...[sort].flat().map((n) => String(n).padStart(16, '0')), id].join('#');

const linesOf = ({ items, next }: Page<Dossier>): Page<DossierLine> => ({
  items: items.map(lineOf),
  ...(next !== undefined && { next }),
});
