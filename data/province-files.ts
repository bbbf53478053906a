import type { Province } from '#domain/catalogue/province.ts';
import { type CalendarFile, calendarFiles } from './calendars.ts';
import { province } from './province.ts';

/** The province's data as it stands in the files; only calendars are turned before use. */
export type ProvinceFiles = Omit<Province, 'calendars'> & {
  readonly calendars: readonly CalendarFile[];
};

export const provinceFiles: ProvinceFiles = { ...province, calendars: calendarFiles };
