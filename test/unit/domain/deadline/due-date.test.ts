import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate, explain } from '#domain/deadline/due-date.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { threeYears } from './calendars.ts';

const book = makeCalendarBook(threeYears);
const vietnam = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return at(day as VietnamDay, (hour ?? 0) * 60 + (minute ?? 0));
};
const days = (amount: number): TimeRule => ({
  unit: 'working-days',
  amount,
  startPolicy: 'next-day',
});

const due = (start: string, rule: TimeRule): string => {
  const result = dueDate({ startedAt: vietnam(start), rule, book });
  if (!result.ok) return result.reason;
  return result.value.dueAt === undefined ? 'none' : formatInstant(result.value.dueAt);
};

describe('the appointment', () => {
  it.each([
    // Civil Code 2015 art. 147(2): the day itself is not counted.
    ['2026-11-23 09:00', days(5), '17:00 30/11/2026'],
    // A late hour does not move a term that is counted in days (domain §3).
    ['2026-11-23 16:30', days(5), '17:00 30/11/2026'],
    // Over Tết 2026, 14–22/2 off.
    ['2026-02-12 08:00', days(2), '17:00 23/02/2026'],
    // Saturday 10/1/2026 is worked for Friday 2/1.
    ['2026-01-09 08:00', days(1), '17:00 10/01/2026'],
    ['2025-12-31 08:00', days(1), '17:00 05/01/2026'],
    // Civil Code art. 148(5): a term that ends on a day off ends on the next working day.
    [
      '2026-11-23 09:00',
      { unit: 'calendar-days', amount: 5, startPolicy: 'next-day' },
      '17:00 30/11/2026',
    ],
    [
      '2026-11-23 09:00',
      { unit: 'calendar-days', amount: 4, startPolicy: 'next-day' },
      '17:00 27/11/2026',
    ],
    // Eight working hours are one working day; lunch is not worked.
    [
      '2026-11-23 09:00',
      { unit: 'working-hours', amount: 8, startPolicy: 'at-once' },
      '09:00 24/11/2026',
    ],
    [
      '2026-11-23 11:00',
      { unit: 'working-hours', amount: 1, startPolicy: 'at-once' },
      '14:00 23/11/2026',
    ],
    // … and a sector law may start the hours the day after.
    [
      '2026-11-27 16:30',
      { unit: 'working-hours', amount: 9, startPolicy: 'next-day' },
      '08:00 01/12/2026',
    ],
    [
      '2026-11-23 17:00',
      { unit: 'working-hours', amount: 8, startPolicy: 'at-once' },
      '17:00 24/11/2026',
    ],
    // A term that counts the day itself.
    [
      '2026-11-23 09:00',
      { unit: 'working-days', amount: 1, startPolicy: 'at-once' },
      '17:00 23/11/2026',
    ],
    ['2026-11-28 09:00', { unit: 'same-day' }, '17:00 30/11/2026'],
    [
      '2026-11-27 16:30',
      { unit: 'working-hours', amount: 1, startPolicy: 'at-once' },
      '07:30 30/11/2026',
    ],
    // NĐ 61/2018 art. 18: received from 15:00 on, same-day procedures are due the next working day.
    ['2026-11-23 14:59', { unit: 'same-day' }, '17:00 23/11/2026'],
    ['2026-11-23 15:00', { unit: 'same-day' }, '17:00 24/11/2026'],
    ['2026-11-27 15:00', { unit: 'same-day' }, '17:00 30/11/2026'],
    ['2026-11-23 09:00', { unit: 'none' }, 'none'],
    ['2030-01-01 09:00', days(5), 'calendar-missing'],
    ['2027-12-30 09:00', days(5), 'calendar-missing'],
    ['2030-01-01 09:00', { unit: 'same-day' }, 'calendar-missing'],
    [
      '2030-01-01 09:00',
      { unit: 'working-hours', amount: 1, startPolicy: 'at-once' },
      'calendar-missing',
    ],
    [
      '2027-12-30 09:00',
      { unit: 'calendar-days', amount: 9, startPolicy: 'next-day' },
      'calendar-missing',
    ],
  ] as const)('accepted %s, %j: %s', (start, rule, expected) => {
    expect(due(start, rule)).toBe(expected);
  });

  // Officials are off 14–22/2/2026; Friday 13 and Monday 23 are worked.
  it.each([
    ['2026-02-11 08:00', 1, '17:00 12/02/2026'],
    ['2026-02-11 08:00', 2, '17:00 13/02/2026'],
    ['2026-02-11 08:00', 3, '17:00 23/02/2026'],
    ['2026-02-13 16:00', 1, '17:00 23/02/2026'],
    ['2026-02-14 08:00', 1, '17:00 23/02/2026'],
    ['2026-02-22 23:59', 1, '17:00 23/02/2026'],
    ['2026-02-23 00:00', 1, '17:00 24/02/2026'],
    ['2026-02-10 08:00', 10, '17:00 03/03/2026'],
  ])('over Tết: accepted %s, %i working days: %s', (start, amount, expected) => {
    expect(due(start, days(amount))).toBe(expected);
  });

  it('names the year whose calendar is missing, so that somebody loads it', () => {
    const startedAt = vietnam('2027-12-30 09:00');
    expect(dueDate({ startedAt, rule: days(5), book })).toEqual({
      ok: false,
      reason: 'calendar-missing',
      year: 2028,
    });
  });

  it('names every calendar that it was counted by', () => {
    const long = dueDate({ startedAt: vietnam('2025-12-01 09:00'), rule: days(300), book });
    expect(long.ok && long.value.calendarVersions).toEqual(
      threeYears.map(({ version }) => version),
    );
  });

  it('explains itself in sentences that add up', () => {
    const result = dueDate({ startedAt: vietnam('2026-02-12 08:00'), rule: days(2), book });
    expect(result.ok && result.value.explanation.map((step) => explain(step, 'vi'))).toEqual([
      'Tiếp nhận lúc 08:00 12/02/2026',
      'Tính từ ngày 13/02/2026',
      'Ngày 14/02/2026–22/02/2026: nghỉ Tết Nguyên đán, không tính',
      'Thời hạn 2 ngày làm việc',
      'Hẹn trả 17:00 ngày 23/02/2026',
    ]);
    expect(result.ok && result.value.calendarVersions).toEqual(['2026-1']);
  });

  const anyStart = fc
    .integer({ min: vietnam('2025-01-02 00:00'), max: vietnam('2026-10-01 00:00') })
    .map((ms) => instant(ms - (ms % 60_000)));
  const anyRule: fc.Arbitrary<TimeRule> = fc.record({
    unit: fc.constantFrom('working-days', 'calendar-days', 'working-hours'),
    amount: fc.integer({ min: 1, max: 40 }),
    startPolicy: fc.constantFrom('next-day', 'at-once'),
  });
  const dueAt = (startedAt: Instant, rule: TimeRule, calendar = book) => {
    const result = dueDate({ startedAt, rule, book: calendar });
    return result.ok ? (result.value.dueAt ?? Number.NaN) : Number.NaN;
  };

  it('never comes earlier for a dossier that came later', () => {
    fc.assert(
      fc.property(anyStart, anyStart, anyRule, (a, b, rule) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(dueAt(early, rule)).toBeLessThanOrEqual(dueAt(late, rule));
      }),
    );
  });

  it('never comes earlier because a holiday was added', () => {
    const anyDay = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(anyStart, anyRule, anyDay, (start, rule, offset) => {
        const extra = new Date(start + offset * 86_400_000).toISOString().slice(0, 10);
        const amended = makeCalendarBook(
          threeYears.map((calendar) => ({
            ...calendar,
            makeUpDays: Object.fromEntries(
              Object.entries(calendar.makeUpDays).filter(([day]) => day !== extra),
            ),
            holidays: { ...calendar.holidays, [extra]: 'thêm' },
          })),
        );
        expect(dueAt(start, rule, amended)).toBeGreaterThanOrEqual(dueAt(start, rule));
      }),
    );
  });

  it('is never a day off', () => {
    fc.assert(
      fc.property(anyStart, anyRule, (start, rule) => {
        const day = new Date(dueAt(start, rule) + 7 * 3_600_000).toISOString().slice(0, 10);
        expect(book.isWorkingDay(day as VietnamDay)).toEqual({ ok: true, value: true });
      }),
    );
  });
});

describe('the paper must be at the department', () => {
  it.each([
    // NĐ 61/2018 art. 18(1)
    ['2026-11-23 09:00', '17:00 23/11/2026'],
    ['2026-11-23 14:59', '17:00 23/11/2026'],
    ['2026-11-23 15:00', '07:00 24/11/2026'],
    ['2026-11-27 16:00', '07:00 30/11/2026'],
    ['2026-11-28 09:00', '07:00 30/11/2026'],
    ['2026-02-13 15:30', '07:00 23/02/2026'],
  ])('received %s: by %s', (received, expected) => {
    const result = transferBy(vietnam(received), book);
    expect(result.ok && formatInstant(result.value)).toBe(expected);
  });
});
