import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { editionsOf } from '#domain/deadline/edition.ts';
import { isProvisionalEdition, withProvisionalYears } from '#domain/deadline/provisional-year.ts';
import { makeCalendarBook, type WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** The provisional calendar of a year, as if the one before were the last that is laid down. */
const provisionalYear = (year: number): WorkingCalendar => {
  const last = { year: year - 1, version: `${year - 1}-1`, holidays: {}, makeUpDays: {} };
  const found = withProvisionalYears([last]).find((each) => each.year === year);
  if (!found) throw new Error(`no ${year}`);
  return found;
};

const worked = (day: string) => {
  const book = makeCalendarBook(withProvisionalYears(calendars));
  return book.isWorkingDay(day as VietnamDay);
};

describe('a year that nobody has decided', () => {
  it.each<[day: string, works: boolean, why: string]>([
    ['2028-01-03', false, 'the Monday after a New Year on Saturday: BLLĐ 2019 điều 111(3)'],
    ['2028-01-04', true, 'a Tuesday'],
    ['2028-01-25', false, 'the eve of Tết'],
    ['2028-01-28', false, 'Tết'],
    ['2028-04-04', false, 'Giỗ Tổ'],
    ['2028-05-01', false, 'the first of May'],
    ['2028-11-24', false, 'NQ 28/2026/QH16'],
    ['2028-11-25', false, 'a Saturday'],
    ['2037-12-01', true, 'ten years ahead'],
  ])('has %s worked: %s (%s)', (day, works) =>
    expect(worked(day)).toEqual({ ok: true, value: works }),
  );

  it('is missing only beyond what any term reaches', () =>
    expect(worked('2038-01-04')).toMatchObject({ ok: false, year: 2038 }));

  it('has at least the eleven days of the law and three, whether the almanac names it or not', () => {
    for (const year of [2028, 2030, 2040]) {
      const days = Object.keys(provisionalYear(year).holidays);
      expect(days.length).toBeGreaterThanOrEqual(12);
      expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
    }
    expect(Object.keys(provisionalYear(2045).holidays).length).toBeGreaterThanOrEqual(6);
  });

  it('agrees with the decided years on every day that the law fixes', () => {
    for (const { year, holidays } of calendars.filter((each) => each.year > 2025))
      for (const day of Object.keys(provisionalYear(year).holidays))
        if (/-(?:01-01|04-30|05-01|09-02|11-24)$/.test(day)) expect(holidays).toHaveProperty(day);
  });

  it('is edition 0, amended or not', () => {
    expect(isProvisionalEdition(provisionalYear(2028).version)).toBe(true);
    expect(isProvisionalEdition('2028-0+2')).toBe(true);
    expect(['2026-2', '2028-10', '2028-1+0'].some(isProvisionalEdition)).toBe(false);
  });

  it('is not made up where no year is laid down at all', () =>
    expect(withProvisionalYears([])).toEqual([]));
});

describe('the editions that were laid down', () => {
  it('are told in one order, whatever order they come in', () =>
    expect(editionsOf([...calendars].reverse())).toBe(editionsOf(calendars)));
});
