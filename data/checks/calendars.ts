import { isProvisionalEdition } from '#domain/deadline/provisional-year.ts';
import { weekday } from '#domain/time/vietnam-time.ts';
import type { CalendarFile } from '../calendars.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** Calendars decide appointments: every day is of its year, and every make-up day makes up for one. */
export const workingCalendars = ({ calendars }: ProvinceFiles): readonly string[] => [
  ...yearsMissing(calendars.map(({ year }) => year)),
  ...calendars.flatMap((file) =>
    [...faultsOfDays(file), ...faultsOfMakeUpDays(file), ...faultsOfSessions(file)].map(
      (fault) => `calendar ${file.year}: ${fault}`,
    ),
  ),
];

const yearsMissing = (years: readonly number[]): readonly string[] => {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, n) => first + n)
    .filter((year) => !years.includes(year))
    .map((year) => `calendar ${year} is missing between others`);
};

/**
 * The holidays that fall on the same day each year, by the year from which they do: Labour Code 2019
 * art. 112, and since 1/7/2026 the Day of Vietnamese Culture (NQ 28/2026/QH16).
 */
const everyYear: readonly (readonly [date: string, since: number])[] = [
  ['01-01', 0],
  ['04-30', 0],
  ['05-01', 0],
  ['09-02', 0],
  ['11-24', 2026],
];

const faultsOfDays = ({ year, version, status, holidays, makeUpDays, proposed }: CalendarFile) => {
  const off = holidays.map(({ day }) => day);
  const all = [...off, ...makeUpDays.map(({ day }) => day), ...proposed.map(({ day }) => day)];
  return [
    ...(version.startsWith(`${year}-`) ? [] : [`version ${version} is of another year`]),
    ...((status === 'provisional') === isProvisionalEdition(version)
      ? []
      : [`version ${version} is ${status}: edition 0 is the provisional one`]),
    ...all.filter((day) => !day.startsWith(`${year}-`)).map((day) => `${day} is in another year`),
    ...all.filter((day, n) => all.indexOf(day) !== n).map((day) => `${day} stands twice`),
    ...everyYear
      .filter(([date, since]) => year >= since && !off.some((day) => day === `${year}-${date}`))
      .map(([date]) => `${date} is no holiday`),
  ];
};

const SATURDAY = 6;

const faultsOfMakeUpDays = ({ holidays, makeUpDays }: CalendarFile): readonly string[] =>
  makeUpDays.flatMap(({ day, insteadOf }) => [
    ...(weekday(day) < SATURDAY ? [`make-up day ${day} is a weekday`] : []),
    ...(weekday(insteadOf) < SATURDAY && holidays.some((holiday) => holiday.day === insteadOf)
      ? []
      : [`make-up day ${day}: ${insteadOf} would not have been worked or is not off`]),
  ]);

/** Eight hours are a working day (domain §3); sessions of less or more would bend every term in hours. */
const faultsOfSessions = ({ sessions }: CalendarFile): readonly string[] => {
  const times = sessions.flat();
  const minutes = sessions.map(([from, to]) => minuteOf(to) - minuteOf(from));
  return [
    ...(times.every((time, n) => n === 0 || (times[n - 1] ?? '') < time)
      ? []
      : ['sessions are out of order']),
    ...(minutes.reduce((sum, length) => sum + length, 0) === 8 * 60
      ? []
      : ['sessions are not eight hours']),
  ];
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
