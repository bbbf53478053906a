import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import type { Channel } from '#domain/catalogue/channel.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { feesDue } from '#domain/catalogue/fees-due.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const due = (code: string, on: string, channel: Channel, how: object = {}) => {
  const day = on as VietnamDay;
  const procedure = province.procedures.find((each) => each.code === code && inForce(each, day));
  if (!procedure) throw new Error(`no ${code} on ${on}`);
  return feesDue(procedure, { channel, day, ...how });
};

describe('what a filing costs', () => {
  it.each<[string, string, Channel, number, string, object?]>([
    ['2.000815', '2026-11-23', 'postal', 2_000, 'TT 226/2016: one page', { pages: 1 }],
    ['2.000815', '2026-11-23', 'postal', 4_000, 'TT 226/2016: two pages', { pages: 2 }],
    ['2.000815', '2026-11-23', 'direct', 7_000, 'TT 226/2016: 1,000 from page 3', { pages: 5 }],
    ['2.000815', '2026-11-23', 'postal', 200_000, 'TT 226/2016: 198 pages', { pages: 198 }],
    ['2.000815', '2026-11-23', 'postal', 200_000, 'TT 226/2016: the ceiling', { pages: 900 }],
    ['2.000815', '2026-11-23', 'postal', 400_000, 'a copy', { pages: 900, copies: 2 }],
    ['2.000635', '2026-11-23', 'postal', 8_000, 'TT 281/2016: one copy'],
    ['2.000635', '2026-11-23', 'postal', 24_000, 'TT 281/2016: each copy', { copies: 3 }],
    ['2.001583', '2026-11-23', 'postal', 125_000, 'TT 64/2025: half the registration fee'],
    ['2.001583', '2026-12-31', 'direct', 125_000, 'TT 64/2025: its last day'],
    ['2.001583', '2027-01-01', 'postal', 150_000, 'TT 47/2019'],
    ['2.001583', '2026-11-23', 'online', 100_000, 'online: no registration fee'],
    ['2.001610', '2026-11-23', 'postal', 125_000, 'as 2.001583'],
    ['1.013642', '2026-11-23', 'postal', 30_000, 'NQ 66/2026: half of phí 60,000'],
    ['1.013642', '2027-01-01', 'postal', 60_000, 'TT 36/2023'],
    ['1.004623', '2026-11-23', 'postal', 325_000, 'TT 64/2025'],
    ['1.004623', '2027-01-01', 'postal', 650_000, 'TT 33/2018'],
    ['2.000884', '2026-11-23', 'direct', 10_000, 'TT 226/2016'],
    ['1.001193', '2026-11-23', 'postal', 0, 'free in time'],
  ])('%s on %s, %s: %i đ (%s)', (code, on, channel, totalVnd, _, how) => {
    expect(due(code, on, channel, how)).toMatchObject({ totalVnd, lacks: [] });
  });

  it('lacks the pages of what is taken by page', () => {
    expect(due('2.000815', '2026-11-23', 'postal')).toEqual({
      items: [],
      totalVnd: 0,
      lacks: ['pages'],
    });
  });

  it('lacks the word of HĐND where nobody has read it: nobody is told that it is free', () => {
    expect(due('1.004884', '2026-11-23', 'postal').lacks).toEqual(['confirmation']);
  });
});
