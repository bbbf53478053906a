import type { Role } from '#domain/actor/actor.ts';
import { type Effective, ruleOn } from '#domain/catalogue/effective.ts';
import type { Milliseconds } from '#domain/time/instant.ts';
import { minutes } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AccessEntry } from './access-entry.ts';

/** How much one person may read before somebody asks why. No law says it: the province does. */
export interface ReadingRules {
  readonly effective: Effective;
  readonly windowMinutes: number;
  /** Different dossiers that somebody in that capacity may read within the window. */
  readonly dossiers: Readonly<Record<Role, number>>;
  /** Readings and acts that one person may be refused within the window. */
  readonly refused: number;
}

export const readingRulesOn = (all: readonly ReadingRules[], day: VietnamDay): ReadingRules =>
  ruleOn(all, day, 'the watch over reading');

export const windowOf = ({ windowMinutes }: ReadingRules): Milliseconds => minutes(windowMinutes);

/** What one member of staff has read within a window. */
export interface ReadingCount {
  readonly reader: string;
  readonly name?: string;
  readonly capacity?: Role;
  readonly place?: string;
  readonly dossiers: number;
  readonly refused: number;
}

/** Those who have read more than they may, or were refused more often, in the capacity they read most in. */
export const bulkReaders = (
  entries: readonly AccessEntry[],
  rules: ReadingRules,
): readonly ReadingCount[] =>
  [...Map.groupBy(entries.filter(isOfStaff), ({ reader }) => reader).values()]
    .map(countOf)
    .filter((count) => isTooMuch(count, rules));

const isOfStaff = ({ reader }: AccessEntry): boolean => reader.startsWith('staff:');

const isTooMuch = (
  { dossiers, refused, capacity }: ReadingCount,
  { dossiers: limits, refused: mostRefused }: ReadingRules,
): boolean => refused > mostRefused || (capacity !== undefined && dossiers > limits[capacity]);

/** By capacity, for a person of two may read as much as each of them does. */
const countOf = (all: readonly AccessEntry[]): ReadingCount => {
  const shown = all.filter(
    ({ refused, subject }) => refused === undefined && subject !== undefined,
  );
  const [most = []] = [...Map.groupBy(shown, ({ capacity }) => capacity).values()].sort(
    (a, b) => subjectsOf(b) - subjectsOf(a),
  );
  const { reader, name, capacity, place } = most[0] ?? (all[0] as AccessEntry);
  return {
    reader,
    ...(name !== undefined && { name }),
    ...(capacity && { capacity }),
    ...(place !== undefined && { place }),
    dossiers: subjectsOf(most),
    refused: all.filter(({ refused }) => refused !== undefined).length,
  };
};

const subjectsOf = (entries: readonly AccessEntry[]): number =>
  new Set(entries.map(({ subject }) => subject)).size;
