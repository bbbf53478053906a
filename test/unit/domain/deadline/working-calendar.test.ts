import { describe, expect, it } from 'vitest';
import { dueDate } from '#domain/deadline/due-date.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import {
  addWorkingDays,
  makeCalendarBook,
  nextWorkingDay,
  workingDayFrom,
} from '#domain/deadline/working-calendar.ts';
import { workingMinutesBetween } from '#domain/deadline/working-time.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';

const day = (text: string) => text as VietnamDay;
const book = makeCalendarBook([
  {
    year: 2026,
    version: '2026-3',
    holidays: { '2026-09-02': 'Quốc khánh', '2026-09-05': 'Quốc khánh' },
    makeUpDays: { '2026-01-10': 'làm bù ngày 02/01/2026' },
  },
]);

describe('a working calendar', () => {
  it.each([
    ['2026-09-01', true],
    ['2026-09-02', false],
    ['2026-09-05', false],
    ['2026-09-06', false],
    ['2026-01-10', true],
    ['2026-01-11', false],
  ])('%s is a working day: %s', (text, value) => {
    expect(book.isWorkingDay(day(text))).toEqual({ ok: true, value });
  });

  it('gives the name that a citizen reads and the version that a dossier keeps', () => {
    expect(book.holidayName(day('2026-09-02'))).toBe('Quốc khánh');
    expect(book.versionOf(day('2026-09-02'))).toBe('2026-3');
    expect(book.versionOf(day('2027-09-02'))).toBeUndefined();
  });

  it.each([
    ['2026-09-01', 0, '2026-09-01'],
    ['2026-09-01', 1, '2026-09-03'],
    ['2026-09-01', 3, '2026-09-07'],
    ['2026-09-05', 1, '2026-09-07'],
    ['2026-01-09', 1, '2026-01-10'],
  ])('%s and %i working days is %s', (from, amount, value) => {
    expect(addWorkingDays(book, day(from), amount)).toEqual({ ok: true, value });
  });

  it('asked for a year that it lacks, refuses instead of guessing', () => {
    const missing = { ok: false, reason: 'calendar-missing', year: 2027 };
    expect(book.isWorkingDay(day('2027-01-04'))).toEqual(missing);
    expect(workingDayFrom(book, day('2027-01-04'))).toEqual(missing);
    expect(nextWorkingDay(book, day('2026-12-31'))).toEqual(missing);
    expect(addWorkingDays(book, day('2026-12-30'), 3)).toEqual(missing);
    expect(workingMinutesBetween(book, at(day('2026-12-31'), 0), at(day('2027-01-04'), 0))).toEqual(
      missing,
    );
    expect(transferBy(at(day('2027-01-04'), 600), book)).toEqual(missing);
    expect(transferBy(at(day('2026-12-31'), 1_000), book)).toEqual(missing);
  });
});

describe('working time', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-24', 0, 480],
    ['2026-11-23', 9 * 60, '2026-11-23', 10 * 60, 60],
    // Lunch is not worked.
    ['2026-11-23', 11 * 60, '2026-11-23', 14 * 60, 60],
    ['2026-11-27', 16 * 60, '2026-11-30', 8 * 60, 120],
    ['2026-11-28', 0, '2026-11-29', 1_439, 0],
    ['2026-11-23', 600, '2026-11-23', 600, 0],
    ['2026-11-23', 600, '2026-11-23', 540, 0],
    ['2026-11-24', 600, '2026-11-23', 540, 0],
  ])('from %s minute %i to %s minute %i is %i minutes', (from, fromMinute, to, toMinute, value) => {
    const minutes = workingMinutesBetween(book, at(day(from), fromMinute), at(day(to), toMinute));
    expect(minutes).toEqual({ ok: true, value });
  });

  it('is what the province says: offices that open later close the term later', () => {
    const late = makeCalendarBook([
      {
        year: 2026,
        version: '2026-1',
        holidays: {},
        makeUpDays: {},
        sessions: [
          ['07:30', '11:30'],
          ['13:30', '17:30'],
        ],
      },
    ]);
    const startedAt = at(day('2026-11-23'), 15 * 60 + 30);
    const rule = { unit: 'working-days', amount: 1, startPolicy: 'next-day' } as const;
    const due = dueDate({ startedAt, rule, book: late });
    expect(due.ok && due.value.dueAt && formatInstant(due.value.dueAt)).toBe('17:30 24/11/2026');
    const transfer = transferBy(startedAt, late);
    expect(transfer.ok && formatInstant(transfer.value)).toBe('07:30 24/11/2026');
  });
});
