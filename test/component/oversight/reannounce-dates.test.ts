import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import { withProvisionalYears } from '#domain/deadline/provisional-year.ts';
import { makeCalendarBook, type WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  makeAmendCalendar,
  makeForeseeMoves,
  makeListAmendments,
} from '#functions/oversight/application/amend-calendar.ts';
import { makeAnnounceEdition } from '#functions/oversight/application/announce-edition.ts';
import { makeReannounceDates } from '#functions/oversight/application/reannounce-dates.ts';
import { makeWatchCalendars } from '#functions/oversight/application/watch-calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import { anAcceptance, anApplicant, aProcedure, monday9, officer } from '#test/support/dossiers.ts';
import { calendars as plainWeek } from '#test/support/plain-week.ts';
import { calendarsInForce, makeCalendars } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const by = { actor: supervisor, idempotency: undefined };
const thursday = '2026-11-26' as VietnamDay;
const late = {
  holidays: [{ day: thursday, name: 'Nghỉ theo quyết định' }],
  makeUpDays: [],
  reason: 'Quyết định của Thủ tướng',
};

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

/** Dossiers with five working days from Monday; the first `waiting` have reached the department. */
const aProvince = async (count: number) => {
  const stores = makeMemoryUnitOfWork(sha256);
  const { clock } = aClock();
  const ids = makeUlids();
  const catalogue = { procedureVersion: () => aProcedure } as unknown as Catalogue;
  const calendars = makeCalendars({ ...stores, clock });
  const book = await calendars.current();
  const due = dueDate({ startedAt: monday9, rule: aProcedure.timeRule, book });
  if (!due.ok || due.value.dueAt === undefined) throw new Error('no date');
  const { dueAt } = due.value;
  const dossiers: DossierId[] = [];
  for (let n = 0; n < count; n++) {
    const id = ids.next(monday9) as DossierId;
    const facts = [
      {
        type: 'dossier-registered',
        id,
        office: 'bd-vi-thanh',
        intakeMode: 'onestop',
        channel: 'postal',
        procedure: { code: aProcedure.code, version: '1' },
        components: [],
        circumstances: {},
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      },
      {
        type: 'dossier-accepted',
        agency: 'ct-nnmt',
        office: 'bd-vi-thanh',
        ...anAcceptance,
        code: `H13.01-261123-${n}`,
        dueAt,
      },
      { type: 'department-reached', agency: 'ct-nnmt' },
    ] as const;
    const change = record(undefined, id, facts, { actor: officer, now: monday9 });
    await stores.ledger.commit({
      dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
    });
    dossiers.push(id);
  }
  const deps = { ...stores, clock, ids, catalogue };
  return {
    ...stores,
    deps,
    dossiers,
    dueAt,
    book,
    amend: makeAmendCalendar({ ...deps, calendars: () => calendarsInForce(stores) }),
    amendments: makeListAmendments(stores),
    foresee: makeForeseeMoves({ ...deps, calendars: () => calendarsInForce(stores) }),
    run: makeReannounceDates({
      ...deps,
      // A minute later: what a running function knew of the calendar is forgotten.
      calendars: {
        current: async () => makeCalendarBook(await calendarsInForce(stores)),
      },
      agencies: ['ct-tp', 'ct-nnmt'],
    }),
  };
};
type Province = Awaited<ReturnType<typeof aProvince>>;

const read = async ({ ledger }: Province, id: DossierId | undefined): Promise<Dossier> => {
  const stored = id && (await ledger.load(id));
  if (!stored) throw new Error('no dossier');
  return stored.dossier;
};

const dueDays = (province: Province) =>
  Promise.all(
    province.dossiers.map(async (id) =>
      dayOf((await read(province, id)).acceptance?.dueAt ?? monday9),
    ),
  );

describe('another edition of a calendar’s file', () => {
  const published = plainWeek.map((year) =>
    year.year === 2026
      ? { ...year, version: '2026-9', holidays: { ...year.holidays, [thursday]: 'Nghỉ' } }
      : year,
  );

  it('announces by itself what it moves, once, though no day of it can be amended any more', async () => {
    const province = await aProvince(3);
    const edition = (laidDown: readonly WorkingCalendar[]) =>
      makeAnnounceEdition({ ...province.deps, laidDown });
    const run = makeReannounceDates({
      ...province.deps,
      calendars: { current: async () => makeCalendarBook(published) },
      agencies: ['ct-nnmt'],
    });
    expect(value(await edition(plainWeek)())).toBe(true);
    expect(value(await province.run())).toBe(0);
    expect(value(await edition(published)())).toBe(true);
    expect(value(await edition(published)())).toBe(false);
    expect(value(await run())).toBe(3);
    expect(value(await run())).toBe(0);
    expect(new Set(await dueDays(province))).toEqual(new Set(['2026-12-01']));
  });

  it('is started once, when two workers see it at the same moment', async () => {
    const province = await aProvince(0);
    const start = makeAnnounceEdition({ ...province.deps, laidDown: published });
    const started = await Promise.all([start(), start()]);
    expect(started.map((each) => value(each)).sort()).toEqual([false, true]);
  });
});

describe('a year that nobody has decided', () => {
  it.each<[string, readonly number[]]>([
    ['2027-08-01', []],
    ['2027-10-01', [2028]],
    ['2028-01-15', [2028]],
  ])('is told of from four months before: on %s %j', async (day, due) => {
    const decided = plainWeek.map((year) =>
      year.year === 2027 ? { ...year, version: '2027-1' } : year,
    );
    const watch = makeWatchCalendars({
      clock: aClock(at(day as VietnamDay, 480)).clock,
      calendars: async () => withProvisionalYears(decided),
    });
    const years = (await watch()).filter(({ isDue }) => isDue).map(({ year }) => year);
    expect(years).toEqual(due);
  });
});

describe('a holiday that is decided late', () => {
  it('shows whom it would move, and moves nobody before it is confirmed', async () => {
    const province = await aProvince(3);
    const { id } = value(await province.amend.propose({ ...by, change: late }));
    const place = { agency: 'ct-nnmt', list: 'waiting' } as const;
    const { items } = value(await province.foresee(id, place, { limit: 50 }));
    expect(items.map(({ code }) => code).sort()).toEqual([
      'H13.01-261123-0',
      'H13.01-261123-1',
      'H13.01-261123-2',
    ]);
    expect(items.every(({ dueAt, previousDueAt }) => dueAt > previousDueAt)).toBe(true);
    expect(value(await province.run())).toBe(0);
    expect(new Set(await dueDays(province))).toEqual(new Set(['2026-11-30']));
  });

  it('is listed as proposed until it is applied, and then as in force', async () => {
    const province = await aProvince(1);
    const { id } = value(await province.amend.propose({ ...by, change: late }));
    const listed = async (state: 'proposed' | 'in-force') =>
      (await province.amendments(state, { limit: 50 })).items.map((each) => each.id);
    expect([await listed('proposed'), await listed('in-force')]).toEqual([[id], []]);
    value(await province.amend.confirm({ ...by, id, reannounces: false }));
    expect([await listed('proposed'), await listed('in-force')]).toEqual([[], [id]]);
  });

  it('moves each running dossier once, however often the worker runs', async () => {
    const province = await aProvince(120);
    const { id } = value(await province.amend.propose({ ...by, change: late }));
    value(await province.amend.confirm({ ...by, id, reannounces: true }));
    expect(value(await province.run())).toBe(120);
    expect(value(await province.run())).toBe(0);
    expect(new Set(await dueDays(province))).toEqual(new Set(['2026-12-01']));
    const history = await province.ledger.history(province.dossiers[0] as DossierId);
    expect(history.filter(({ fact }) => fact.type === 'deadline-reannounced')).toHaveLength(1);
    const amendment = await province.ledger.record(amendmentKind, id);
    expect(amendment).toMatchObject({ announcing: { moved: 120 } });
    expect(amendment?.announcedAt).toBeDefined();
  });

  it('leaves promised dates where they are when it is confirmed without re-announcing', async () => {
    const province = await aProvince(2);
    const { id } = value(await province.amend.propose({ ...by, change: late }));
    value(await province.amend.confirm({ ...by, id, reannounces: false }));
    expect(value(await province.run())).toBe(0);
    expect(new Set(await dueDays(province))).toEqual(new Set(['2026-11-30']));
  });

  it('moves no date that would come sooner: the citizen was told the other', async () => {
    const province = await aProvince(1);
    const change = {
      ...late,
      holidays: [],
      makeUpDays: [{ day: '2026-11-28' as VietnamDay, name: 'bù' }],
    };
    const { id } = value(await province.amend.propose({ ...by, change }));
    value(await province.amend.confirm({ ...by, id, reannounces: true }));
    expect(value(await province.run())).toBe(0);
    expect(await dueDays(province)).toEqual(['2026-11-30']);
  });

  it('is confirmed once', async () => {
    const province = await aProvince(0);
    const { id } = value(await province.amend.propose({ ...by, change: late }));
    const confirm = { ...by, id, reannounces: true };
    value(await province.amend.confirm(confirm));
    expect(await province.amend.confirm(confirm)).toMatchObject({
      refusal: { code: 'amendment-confirmed' },
    });
  });
});
