import { type Instant, instant } from '#domain/time/instant.ts';
import {
  dayOf,
  formatDay,
  formatInstant,
  minuteOf,
  type VietnamDay,
  weekday,
} from '#domain/time/vietnam-time.ts';

export type Language = 'vi' | 'en';

const instantOf = (iso: string): Instant => instant(Date.parse(iso));

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const pad = (n: number): string => String(n).padStart(2, '0');

/** `thứ Năm, ngày 3 tháng 12 năm 2026`: in words, as a person says it and a screen reader reads it. */
export const dayInWords = (day: VietnamDay, language: Language): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = weekdays[language][weekday(day) - 1] ?? '';
  return language === 'vi'
    ? `${name}, ngày ${Number(date)} tháng ${Number(month)} năm ${year}`
    : `${name}, ${Number(date)} ${months[Number(month) - 1]} ${year}`;
};

/** `17:00` in Vietnam, whatever the clock of the device says. */
const clockTime = (at: Instant): string => {
  const minute = minuteOf(at);
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
};

/** `17:00 thứ Năm, ngày 3 tháng 12 năm 2026`, of a moment as the API tells it (ISO 8601). */
export const momentInWords = (iso: string, language: Language): string => {
  const at = instantOf(iso);
  return `${clockTime(at)} ${dayInWords(dayOf(at), language)}`;
};

/** `17:00 03/12/2026`: for tables. */
export const shortMoment = (iso: string): string => formatInstant(instantOf(iso));

/** `03/12/2026`, of a day as the API tells it. */
export const shortDay = (day: string): string => formatDay(day as VietnamDay);

/** Whole minutes, at least one: what somebody is asked to wait. */
export const waitMinutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));
