import { searchKey } from '#domain/identifiers/person-name.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { inForce } from './effective.ts';
import type { Procedure } from './procedure.ts';

/**
 * Procedures in force that contain every word of the query, typed with or without marks. Whoever
 * has more of the words in its name comes first; equal ones are ordered by code.
 */
export const searchProcedures = (
  procedures: readonly Procedure[],
  query: string,
  day: VietnamDay,
): readonly Procedure[] => {
  const words = searchKey(query).split(' ').filter(Boolean);
  return procedures
    .filter((procedure) => inForce(procedure, day))
    .map((procedure) => ({ procedure, rank: rankOf(procedure, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0) || (a.procedure.code < b.procedure.code ? -1 : 1))
    .map(({ procedure }) => procedure);
};

const rankOf = (
  { code, name, nameEn, field }: Procedure,
  words: readonly string[],
): number | undefined => {
  const title = searchKey(name).split(' ');
  const all = `${searchKey(code)} ${title.join(' ')} ${searchKey(field)} ${searchKey(nameEn)}`;
  if (!words.every((word) => all.includes(word))) return undefined;
  return words.filter((word) => title.includes(word)).length;
};
