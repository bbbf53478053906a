import { describe, expect, it } from 'vitest';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { movedAppointment, termsAfterWait } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { recall } from '#domain/dossier/steps/assign.ts';
import { extendDeadline } from '#domain/dossier/steps/extend.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  anAcceptance,
  aProcedure,
  dossierId,
  monday9,
  officer,
} from '#test/support/dossiers.ts';
import { asked, claim as leadsClaim, planned, rules } from '#test/support/joint-work.ts';

const moment = (day: string, hour = 9): Instant => at(day as VietnamDay, hour * 60);
const bookOf = (...years: readonly number[]) =>
  makeCalendarBook(
    years.map((year) => ({ year, version: `${year}-1`, holidays: {}, makeUpDays: {} })),
  );
const book = bookOf(2026);
const noBook = bookOf();
const unlimited = { ...aProcedure, timeRule: { unit: 'none' } } as const;
const missing = (year: number) => ({
  ok: false,
  refusal: { code: 'calendar-missing', year },
});

const promised = (dueAt: Instant | undefined): Dossier => {
  const { dueAt: _, ...rest } = anAcceptance;
  return {
    ...aDossier('acknowledged'),
    acceptance: dueAt === undefined ? rest : { ...rest, dueAt },
  };
};
const extended = (dueAt: Instant): Dossier =>
  record(
    promised(monday9),
    dossierId,
    [
      {
        type: 'deadline-extended',
        leaseNo: 1,
        agency: 'ct-nnmt',
        reason: 'Đo đạc lại',
        dueAt,
        previousDueAt: monday9,
        extendedBy: officer.id,
      },
    ],
    { actor: officer, now: monday9 },
  ).after;

const wait = { from: moment('2026-12-28'), to: moment('2026-12-30') };
const dateOf = (dossier: Dossier, procedure: typeof aProcedure | typeof unlimited, on = book) => {
  const terms = termsAfterWait(dossier, procedure, on, wait);
  if (!terms.ok) return terms;
  const { dueAt } = terms.value;
  return dueAt === undefined ? 'no date' : formatInstant(dueAt);
};

describe('the date with which a case goes on after a wait', () => {
  it.each([
    // Five working days from Tuesday 2026-11-24.
    ['is counted where none was promised', promised(undefined), aProcedure, '17:00 30/11/2026'],
    ['is none where the law sets none', promised(undefined), unlimited, 'no date'],
    [
      'is what was promised where the law sets none any more',
      promised(moment('2026-12-25')),
      unlimited,
      '09:00 25/12/2026',
    ],
    [
      'is what the department named, moved by the waiting',
      extended(moment('2026-12-29', 17)),
      unlimited,
      '17:00 31/12/2026',
    ],
    [
      'stands where it had passed before the waiting began',
      extended(moment('2026-12-25', 17)),
      unlimited,
      '17:00 25/12/2026',
    ],
  ] as const)('%s', (_, dossier, procedure, date) => expect(dateOf(dossier, procedure)).toBe(date));

  it.each([
    ['of the count', promised(monday9), aProcedure, noBook, 2026],
    ['of the waiting', extended(moment('2026-12-29')), unlimited, noBook, 2026],
    ['of the new date', extended(moment('2026-12-31')), unlimited, book, 2027],
  ] as const)('is refused by the year whose calendar is missing: %s', (_, dossier, of, on, year) =>
    expect(dateOf(dossier, of, on)).toEqual(missing(year)),
  );

  it('is none of a dossier that was not accepted', () =>
    expect(dateOf(aDossier('registered'), aProcedure)).toMatchObject({
      refusal: { code: 'step-not-allowed' },
    }));
});

describe('an amended calendar moves', () => {
  it.each([
    ['no date that was never promised', promised(undefined), book],
    ['none that the department named itself', extended(moment('2026-11-25')), book],
    ['none to an earlier day', promised(moment('2026-12-25')), book],
  ] as const)('%s', (_, dossier, on) =>
    expect(movedAppointment(dossier, aProcedure, on)).toEqual({ ok: true, value: undefined }),
  );

  it('nothing before next year’s is loaded, and says which', () =>
    expect(movedAppointment(promised(monday9), aProcedure, noBook)).toEqual(missing(2026)));
});

describe('an apology with a new date', () => {
  const claim = { leaseNo: 1, holder: officer.id, now: monday9 };

  it('needs the calendar of its own day', () => {
    const asked = { reason: 'Đo đạc lại', newDueDay: '2027-01-04' as VietnamDay };
    expect(extendDeadline(promised(moment('2026-12-30', 17)), claim, asked, book)).toEqual(
      missing(2027),
    );
  });
});

describe('a leg that the lead takes back', () => {
  const recalled = (dossier: Dossier, procedure: Procedure = rules.procedure) =>
    recall(
      dossier,
      leadsClaim,
      { ...rules, procedure, book: noBook },
      { id: 1, reason: 'Không cần nữa' },
    );

  it('opens the next, whose date needs a calendar', () =>
    expect(recalled(planned('sequential'))).toEqual(missing(2026)));

  it('or lets the clock go on, which needs one as well', () => {
    const stopsClock = { ...rules.procedure, consultationStopsClock: true } as const;
    expect(recalled(asked(), stopsClock)).toEqual(missing(2026));
  });
});
