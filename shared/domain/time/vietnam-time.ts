import { type Instant, instant } from './instant.ts';

/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export type VietnamDay = string & { readonly __brand: 'VietnamDay' };

/** Minutes after local midnight, 0–1439. */
export type MinuteOfDay = number;

/** Vietnam is UTC+7 all year; it has had no daylight saving time since 1975. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/**
 * Days since 1970-01-01 of a civil date, proleptic Gregorian.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
const dayNumberOfCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The inverse: civil_from_days of the same source. */
const civilOfDayNumber = (n: number): VietnamDay => {
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as VietnamDay;
};

export const dayNumber = (day: VietnamDay): number => {
  const [year = '', month = '', date = ''] = day.split('-');
  return dayNumberOfCivil(Number(year), Number(month), Number(date));
};

/** Parses `YYYY-MM-DD`; undefined when it is no real date (2026-02-30). */
export const parseDay = (text: string): VietnamDay | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return civilOfDayNumber(dayNumber(text as VietnamDay)) === text
    ? (text as VietnamDay)
    : undefined;
};

export const plusDays = (day: VietnamDay, n: number): VietnamDay =>
  civilOfDayNumber(dayNumber(day) + n);

/** So many months later; where that month has no such date, its last day (Bộ luật Dân sự 2015 art. 147, 148(3)). */
export const monthsAfter = (day: VietnamDay, months: number): VietnamDay => {
  const [year = '', month = '', date = ''] = day.split('-');
  const count = Number(year) * 12 + Number(month) - 1 + months;
  const first = `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1)}-01` as VietnamDay;
  const same = plusDays(first, Number(date) - 1);
  return same.slice(0, 7) === first.slice(0, 7) ? same : plusDays(same, -Number(same.slice(8)));
};

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (day: VietnamDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const dayOf = (at: Instant): VietnamDay =>
  civilOfDayNumber(Math.floor((at + OFFSET_MS) / DAY_MS));

export const minuteOf = (at: Instant): MinuteOfDay =>
  Math.floor(((((at + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);

export const at = (day: VietnamDay, minute: MinuteOfDay): Instant =>
  instant(dayNumber(day) * DAY_MS + minute * MINUTE_MS - OFFSET_MS);

/** `23/11/2026`, as Vietnamese forms write a date. */
export const formatDay = (day: VietnamDay): string => day.split('-').reverse().join('/');

/** `07:30` */
export const formatMinute = (minute: MinuteOfDay): string =>
  `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;

/** `07:30 23/11/2026` */
export const formatInstant = (moment: Instant): string =>
  `${formatMinute(minuteOf(moment))} ${formatDay(dayOf(moment))}`;

/** `yyyyMMddHHmmss` in Vietnam time is what the national portal speaks; here the ISO form with +07:00. */
export const isoVietnam = (moment: Instant): string =>
  `${dayOf(moment)}T${formatMinute(minuteOf(moment))}:${pad(Math.floor((moment % MINUTE_MS) / 1_000))}+07:00`;
