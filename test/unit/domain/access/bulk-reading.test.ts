import { describe, expect, it } from 'vitest';
import { readingRules } from '#data/province.ts';
import type { AccessEntry } from '#domain/access/access-entry.ts';
import { bulkReaders, readingRulesOn, windowOf } from '#domain/access/bulk-reading.ts';
import { minutes } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { monday9 } from '#test/support/dossiers.ts';

const rules = {
  ...readingRulesOn(readingRules, dayOf(monday9)),
  windowMinutes: 60,
  dossiers: { clerk: 3, courier: 3, officer: 2, leader: 3, supervisor: 3 },
  refused: 1,
};

const read = (change: Partial<AccessEntry>): AccessEntry => ({
  reader: 'staff:hoa',
  name: 'Trần Thị Hoa',
  capacity: 'officer',
  place: 'ct-nnmt',
  operation: 'readDossier',
  what: 'dossier',
  subject: 'D1',
  at: monday9,
  ...change,
});
const dossiers = (count: number, change: Partial<AccessEntry> = {}) =>
  Array.from({ length: count }, (_, n) => read({ subject: `D${n}`, ...change }));
const refusals = (count: number) => dossiers(count, { refused: 'dossier-unknown' });

describe('who reads too much', () => {
  it.each([
    ['nobody, of nothing', [], []],
    ['nobody, at the threshold', dossiers(2), []],
    ['an officer above it', dossiers(3), [{ reader: 'staff:hoa', dossiers: 3, refused: 0 }]],
    ['nobody, who reads one dossier over and over', [...dossiers(1), ...dossiers(1)], []],
    ['nobody, for another capacity’s threshold', dossiers(3, { capacity: 'clerk' }), []],
    [
      'nobody, who reads as much in each of two capacities',
      [...dossiers(2), ...dossiers(3, { capacity: 'clerk', place: 'bd-vi-thanh' })],
      [],
    ],
    [
      'whoever reads too much in one of two, named in that one',
      [...dossiers(1), ...dossiers(4, { capacity: 'clerk', place: 'bd-vi-thanh' })],
      [{ capacity: 'clerk', place: 'bd-vi-thanh', dossiers: 4 }],
    ],
    ['nobody, refused as often as is let pass', refusals(1), []],
    ['whoever is refused more often', refusals(2), [{ dossiers: 0, refused: 2 }]],
    [
      'whoever is refused in no capacity at all',
      [1, 2].map(
        () =>
          ({
            reader: 'staff:x',
            operation: 'o',
            what: 'act',
            refused: 'role-missing',
            at: monday9,
          }) as const,
      ),
      [{ reader: 'staff:x', dossiers: 0, refused: 2 }],
    ],
    ['nobody, who found nothing', dossiers(4).map(({ subject: _, ...rest }) => rest), []],
    ['no citizen, who has but the own', dossiers(9, { reader: 'citizen:D1' }), []],
    [
      'each for themselves',
      [...dossiers(2), ...dossiers(3, { reader: 'staff:minh' })],
      [{ reader: 'staff:minh' }],
    ],
  ] as const)('is %s', (_, entries, expected) => {
    expect(bulkReaders(entries, rules)).toMatchObject(expected);
    expect(bulkReaders(entries, rules)).toHaveLength(expected.length);
  });

  it('is counted over the window that the province lays down', () => {
    expect(windowOf(rules)).toBe(minutes(60));
    expect(() => readingRulesOn([], dayOf(monday9))).toThrow('no rules');
  });
});
