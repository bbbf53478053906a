import { describe, expect, it } from 'vitest';
import { stretchesOf, workingMinutesOf } from '#domain/clocks/attribution.ts';
import { amended, type CalendarAmendment } from '#domain/deadline/amendment.ts';
import { dueDate, limitText } from '#domain/deadline/due-date.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { makeCalendarBook, workingDaysBetween } from '#domain/deadline/working-calendar.ts';
import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import { thresholdsAt } from '#domain/limits/thresholds.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { transitLimit } from '#functions/handover/domain/transit.ts';
import { invitations } from '#functions/returns/domain/invitations.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { news } from '#test/support/shipments.ts';

const day = (text: string) => text as VietnamDay;
const moment = (text: string, hour = 9): Instant => at(day(text), hour * 60);
const calendar = (year: number) => ({
  year,
  version: `${year}-1`,
  holidays: {},
  makeUpDays: {},
});
const bookOf = (...years: readonly number[]) => makeCalendarBook(years.map(calendar));
const missing = (year: number) => ({ ok: false, reason: 'calendar-missing', year });

describe('a year without a calendar', () => {
  const book = bookOf(2026);
  const inTheHouse = { owner: { kind: 'post', office: 'bd-vi-thanh' } } as const;
  const watch = {
    effective: { from: day('2021-01-01') },
    warnWorkingDays: 2,
    acknowledgeWorkingDays: 3,
    remindDays: 3,
    smsPerDossier: 10,
    note: 'test',
  };

  it.each([
    [
      'the days between two days',
      workingDaysBetween(book, day('2026-12-30'), day('2027-01-04')),
      2027,
    ],
    [
      'the days that papers may travel',
      transitLimit(moment('2026-12-31'), 'within-province', book),
      2027,
    ],
    [
      'the minutes of a stretch',
      workingMinutesOf(
        [{ ...inTheHouse, from: moment('2026-12-31'), to: moment('2027-01-04') }],
        book,
      ),
      2027,
    ],
    [
      'since when somebody should have opened a dossier',
      thresholdsAt(moment('2026-01-02'), watch, book),
      2025,
    ],
    [
      'when a parcel may go back',
      invitations([{ ...news(30, 9, 'attempt-failed'), recordedAt: monday9 }], bookOf()),
      2026,
    ],
  ])('is named where it is needed: %s', (_, counted, year) =>
    expect(counted).toEqual(missing(year)),
  );

  it('has the ordinary hours', () =>
    expect(book.sessionsOn(day('2027-03-01'))).toEqual(book.sessionsOn(day('2026-03-02'))));

  it('that lies inside a term of plain days changes nothing, and is not said to have been asked', () => {
    const rule: TimeRule = { unit: 'calendar-days', amount: 400, startPolicy: 'next-day' };
    const due = dueDate({ startedAt: moment('2026-12-01'), rule, book: bookOf(2026, 2028) });
    expect(due).toMatchObject({
      ok: true,
      value: { dueAt: moment('2028-01-05', 17), calendarVersions: ['2026-1', '2028-1'] },
    });
  });
});

describe('the limit as a form says it', () => {
  it.each<readonly [TimeRule, string | undefined]>([
    [{ unit: 'working-days', amount: 5, startPolicy: 'next-day' }, '5 ngày làm việc'],
    [{ unit: 'working-hours', amount: 8, startPolicy: 'at-once' }, '8 giờ làm việc'],
    [{ unit: 'same-day' }, 'trong ngày'],
    [{ unit: 'none' }, undefined],
  ])('%j is %s', (rule, text) => expect(limitText(rule)).toBe(text));
});

describe('proposals for the calendar', () => {
  const culture = { day: day('2026-11-24'), name: 'Ngày Văn hóa Việt Nam' };
  const proposal = (at: Instant, change: Partial<CalendarAmendment>): CalendarAmendment => ({
    id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F' as AmendmentId,
    version: 1,
    holidays: [],
    makeUpDays: [],
    reason: 'test',
    proposed: { by: 'chi', at },
    ...change,
  });

  it('are foreseen in the order in which they were made: the later has the last word', () => {
    const off = proposal(monday9, { holidays: [culture] });
    const worked = proposal(instant(monday9 + 1), { makeUpDays: [culture] });
    for (const both of [
      [off, worked],
      [worked, off],
    ])
      expect(makeCalendarBook(amended([calendar(2026)], both)).isWorkingDay(culture.day)).toEqual({
        ok: true,
        value: true,
      });
  });
});

describe('the clocks of nothing', () => {
  it('have not run', () => {
    expect(stretchesOf([], monday9)).toEqual([]);
    expect(workingMinutesOf([], bookOf())).toEqual({ ok: true, value: [] });
  });
});
