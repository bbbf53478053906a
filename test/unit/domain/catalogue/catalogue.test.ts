import { describe, expect, it } from 'vitest';
import { type Agency, successorOn, successorsOn } from '#domain/catalogue/agency.ts';
import { codeTemplateOn } from '#domain/catalogue/code-template.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { ownerOn } from '#domain/catalogue/owner.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const day = (text: string): VietnamDay => text as VietnamDay;
const from = (text: string) => ({ from: day(text) });
const until = (start: string, to: string) => ({ from: day(start), to: day(to) });

const agency = (id: string, effective: Agency['effective'], successor?: string): Agency => ({
  id,
  code: 'H13.01',
  codeIsPlaceholder: true,
  name: id,
  nameUnaccented: id,
  level: 'province',
  effective,
  ...(successor && { successors: [successor] }),
  address: 'x',
  takesDossiers: true,
});
const agencies = new Map(
  [
    agency('a', until('2004-01-01', '2025-02-28'), 'b'),
    agency('b', until('2025-03-01', '2025-06-30'), 'c'),
    agency('c', from('2025-07-01')),
    agency('ring', until('2004-01-01', '2010-01-01'), 'ring'),
  ].map((entry) => [entry.id, entry]),
);

describe('an entry is in force', () => {
  it.each([
    ['2025-06-30', false],
    ['2025-07-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('on %s: %s, from 1/7 to 31/12/2025', (on, expected) => {
    expect(inForce({ effective: until('2025-07-01', '2025-12-31') }, day(on))).toBe(expected);
  });
});

describe('who settles a procedure', () => {
  it.each([
    ['2020-01-01', 'a'],
    ['2025-02-28', 'a'],
    ['2025-03-01', 'b'],
    ['2026-11-23', 'c'],
  ])('of the agency “a” on %s is “%s”', (on, expected) => {
    expect(ownerOn(agencies, { owner: 'a' }, day(on))?.id).toBe(expected);
  });

  it('of a commune is the commune of the applicant, followed to its successor', () => {
    expect(ownerOn(agencies, { owner: 'commune' }, day('2026-11-23'), 'b')?.id).toBe('c');
    expect(ownerOn(agencies, { owner: 'commune' }, day('2026-11-23'))).toBeUndefined();
  });

  it('is nobody before the first agency, for an unknown one, and in a ring of successors', () => {
    expect(successorOn(agencies, 'c', day('2020-01-01'))).toBeUndefined();
    expect(successorOn(agencies, 'nobody', day('2026-11-23'))).toBeUndefined();
    expect(successorOn(agencies, 'ring', day('2026-11-23'))).toBeUndefined();
  });
});

describe('an agency that several follow', () => {
  const several = new Map(
    [
      { ...agency('d', until('2004-01-01', '2025-06-30')), successors: ['a', 'c', 'e'] },
      agency('a', until('2004-01-01', '2025-06-30'), 'c'),
      agency('c', from('2025-07-01')),
      agency('e', from('2025-07-01')),
    ].map((entry) => [entry.id, entry]),
  );
  const today = day('2026-11-23');

  it('is followed to each of them once', () => {
    expect(successorsOn(several, 'd', today).map(({ id }) => id)).toEqual(['c', 'e']);
  });

  it.each([
    [undefined, 'c'],
    [['e'], 'e'],
    [[undefined, 'x', 'e'], 'e'],
    [['x'], 'c'],
  ])('and of them, where %j is wanted, by %s', (wanted, expected) => {
    expect(successorOn(several, 'd', today, wanted)?.id).toBe(expected);
  });
});

describe('dossier codes', () => {
  it.each([
    ['province', '2021-06-24', 'old'],
    ['province', '2022-01-01', 'new'],
    ['commune', '2022-01-01', undefined],
  ] as const)('of the %s on %s are made by %s', (level, on, expected) => {
    const source = 'x';
    const templates = [
      {
        levels: ['province'],
        effective: until('2018-07-01', '2021-12-31'),
        template: 'old',
        source,
      },
      { levels: ['province'], effective: from('2022-01-01'), template: 'new', source },
    ] as const;
    expect(codeTemplateOn(templates, level, day(on))).toBe(expected);
  });
});
