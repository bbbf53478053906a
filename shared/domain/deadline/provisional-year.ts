import { plusDays, type VietnamDay, weekday } from '#domain/time/vietnam-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Mùng 1 Tết and Giỗ Tổ (10/3 âm lịch) from the almanac: looked up, not computed. */
const lunarDays: Readonly<Record<number, readonly [newYear: string, hungKings: string]>> = {
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
  2036: ['01-28', '04-06'],
  2037: ['02-15', '04-24'],
  2038: ['02-04', '04-13'],
  2039: ['01-24', '04-03'],
  2040: ['02-12', '04-20'],
};

/** Fixed by law: Bộ luật Lao động 2019 art. 112, and 24/11 by NQ 28/2026/QH16. */
const fixedDays: readonly (readonly [date: string, name: string])[] = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Ngày Quốc tế Lao động'],
  ['09-01', 'Quốc khánh (dự kiến)'],
  ['09-02', 'Quốc khánh'],
  ['11-24', 'Ngày Văn hóa Việt Nam'],
];

const SATURDAY = 6;
const tetDays = [-1, 0, 1, 2, 3] as const;

/** Nghỉ bù: for a holiday on a day off, the next day that would be worked (art. 111(3)). */
const withMakeUps = (
  holidays: ReadonlyMap<VietnamDay, string>,
): ReadonlyMap<VietnamDay, string> => {
  const all = new Map(holidays);
  for (const [day, name] of holidays) {
    if (weekday(day) < SATURDAY) continue;
    let instead = plusDays(day, 1);
    while (weekday(instead) >= SATURDAY || all.has(instead)) instead = plusDays(instead, 1);
    all.set(instead, `Nghỉ bù ${name}`);
  }
  return all;
};

/**
 * Lịch dự kiến of a year whose decisions are not out: what the law fixes, Tết around its day, and no
 * exchanged days. What happens is taken down by it, the dates are marked, and announced again where the
 * decided calendar moves them. Its edition is 0.
 */
const drawnUp = (year: number): WorkingCalendar => {
  const day = (date: string): VietnamDay => `${year}-${date}` as VietnamDay;
  const [newYear, hungKings] = lunarDays[year] ?? [];
  const tet = newYear === undefined ? [] : tetDays.map((n) => plusDays(day(newYear), n));
  const named = [
    ...fixedDays.map(([date, name]) => [day(date), name] as const),
    ...tet.map((each) => [each, 'Tết Nguyên đán (dự kiến)'] as const),
    ...(hungKings === undefined ? [] : [[day(hungKings), 'Giỗ Tổ Hùng Vương'] as const]),
  ];
  const holidays = withMakeUps(new Map(named));
  return {
    year,
    version: `${year}-0`,
    holidays: Object.fromEntries([...holidays].filter(([each]) => each.startsWith(`${year}-`))),
    makeUpDays: {},
  };
};

const drawn = new Map<number, WorkingCalendar>();

/** A year's is drawn up once: it follows from nothing but the year. */
const provisionalYear = (year: number): WorkingCalendar => {
  const calendar = drawn.get(year) ?? drawnUp(year);
  drawn.set(year, calendar);
  return calendar;
};

/** A term begun in the last laid-down year may be the longest there is, several times over. */
const yearsAhead = 10;

/** The calendars, and a provisional one for each year after them. */
export const withProvisionalYears = (
  calendars: readonly WorkingCalendar[],
): readonly WorkingCalendar[] => {
  const last = Math.max(...calendars.map(({ year }) => year));
  const next = Array.from({ length: yearsAhead }, (_, n) => last + 1 + n);
  return calendars.length === 0 ? calendars : [...calendars, ...next.map(provisionalYear)];
};

/** Whether the edition is one whose decisions were not out: number 0, amended or not. */
export const isProvisionalEdition = (version: string): boolean =>
  /^\d{4}-0(?:\+\d+)?$/.test(version);
