import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** The province's files are cast, not parsed, when a function starts: their shape is proved here. */
describe('the calendars of the province', () => {
  const book = makeCalendarBook(province.calendars);

  it.each([
    ['2026-02-13', true],
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    // Saturday 10/1 is worked for Friday 2/1.
    ['2026-01-02', false],
    ['2026-01-10', true],
  ])('%s is a working day: %s', (day, value) => {
    expect(book.isWorkingDay(day as VietnamDay)).toEqual({ ok: true, value });
  });

  it('name Tết, so that a citizen reads why', () => {
    expect(book.holidayName('2026-02-17' as VietnamDay)).toMatch(/^Tết/);
  });
});
