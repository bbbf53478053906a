import { afterAll, describe, expect, it } from 'vitest';
import { clockOffsetMs, travelTo } from '#local/cloud/clock/machine-clock.ts';

const real = globalThis.Date;
afterAll(() => {
  globalThis.Date = real;
});

const year = (): number => new Date().getFullYear();

describe('the clock of a stack', () => {
  it('is the machine’s until somebody sets it', () => {
    expect(clockOffsetMs()).toBe(0);
    expect(Math.abs(Date.now() - real.now())).toBeLessThan(1_000);
  });

  it('begins at any moment, also a past one, and goes on from there', () => {
    travelTo(new Date('2001-06-01T00:00:00Z'));
    expect(year()).toBe(2001);
    expect(new Date(Date.now()).getFullYear()).toBe(2001);
    expect(clockOffsetMs()).toBeLessThan(0);
  });

  it('leaves dates that are given alone', () => {
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(Date.parse('2027-01-25T02:00:00Z')).toBe(real.parse('2027-01-25T02:00:00Z'));
    expect(new Date() instanceof Date).toBe(true);
    expect(Date()).toContain('2001');
  });

  it('goes forward and never back', () => {
    travelTo(new Date('2027-02-15T02:00:00Z'));
    expect(year()).toBe(2027);
    expect(() => travelTo(new Date('2027-02-14T02:00:00Z'))).toThrow(/already/);
    expect(year()).toBe(2027);
  });
});
