import { describe, expect, it } from 'vitest';
import { type Agency, successorOn } from '#domain/catalogue/agency.ts';
import { codeTemplateOn } from '#domain/catalogue/code-template.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { ownerOn } from '#domain/catalogue/owner.ts';
import { agencyOfPlace } from '#domain/catalogue/place.ts';
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
  ...(successor && { successor }),
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

describe('an address', () => {
  const effective = from('2025-07-01');
  const places = [
    {
      place: 'thị trấn Rạch Gòi, huyện Châu Thành A',
      agency: 'thanh-xuan',
      effective,
      source: 'x',
    },
    { place: 'xã Châu Thành, thành phố Cần Thơ', agency: 'chau-thanh', effective, source: 'x' },
    { place: 'xã Năm, huyện Bảy', agency: 'one', effective, source: 'x' },
    { place: 'xã Sáu, huyện Tám', agency: 'other', effective, source: 'x' },
  ];

  it.each([
    ['Ấp 3, Thị trấn Rạch Gòi, Huyện Châu Thành A', 'thanh-xuan'],
    ['ap 3 TT Rach Goi, H. Chau Thanh A', 'thanh-xuan'],
    ['Xã Châu Thành, TP. Cần Thơ', 'chau-thanh'],
    ['x. Châu Thành, Cần Thơ', 'chau-thanh'],
    ['Rạch Gòi Lớn, Châu Thành A', undefined],
    // The old district within the new city: its communes went to several.
    ['xã Đông Thạnh, huyện Châu Thành, TP Cần Thơ', undefined],
    ['Châu Thành, Cần Thơ', undefined],
    ['', undefined],
  ])('"%s" is served by %s', (address, expected) => {
    expect(agencyOfPlace(places, address, day('2026-11-23'))).toBe(expected);
  });

  it('that fits two places is left to the clerk', () => {
    expect(
      agencyOfPlace(places, 'xã Năm, huyện Bảy hoặc xã Sáu, huyện Tám', day('2026-11-23')),
    ).toBeUndefined();
  });

  it('is served by nobody new before the reorganisation', () => {
    expect(agencyOfPlace(places, 'xã Châu Thành, Cần Thơ', day('2025-06-30'))).toBeUndefined();
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
