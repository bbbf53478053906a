import { nameOfPlace } from '#domain/catalogue/place.ts';
import { searchKey } from '#domain/identifiers/person-name.ts';
import type { ProvinceFiles } from '../province-files.ts';

/** Whatever is looked up by a key stands once. */
export const repeated = (files: ProvinceFiles): readonly string[] =>
  Object.entries(keysOf(files)).flatMap(([what, keys]) =>
    keys.filter((key, n) => keys.indexOf(key) !== n).map((key) => `${what} ${key} stands twice`),
  );

const keysOf = (files: ProvinceFiles): Readonly<Record<string, readonly string[]>> => ({
  agency: files.agencies.map(({ id }) => id),
  // Two agencies with one code would number their dossiers alike.
  'agency code': files.agencies.map(({ code }) => code),
  'post office': files.postOffices.map(({ id }) => id),
  'SMS template': files.smsTemplates.map(({ id }) => id),
  'procedure version': files.procedures.map(({ code, version }) => `${code}@${version}`),
  calendar: files.calendars.map(({ year }) => String(year)),
  place: files.places.map((each) => `${searchKey(nameOfPlace(each))} from ${each.effective.from}`),
});
