import { describe, expect, it } from 'vitest';
import { days, hours, instant, minus, minutes, plus, seconds } from '#domain/time/instant.ts';

describe('a length of time', () => {
  it.each([
    ['a second', seconds(1), 1_000],
    ['a minute', minutes(1), 60_000],
    ['an hour', hours(1), 3_600_000],
    ['a day', days(1), 86_400_000],
    ['half a minute', minutes(0.5), 30_000],
  ])('%s has its milliseconds', (_, length, milliseconds) => expect(length).toBe(milliseconds));

  it('is added to a moment and taken from it', () => {
    const noon = instant(1_000_000);
    expect(plus(noon, seconds(2))).toBe(1_002_000);
    expect(minus(plus(noon, hours(3)), hours(3))).toBe(noon);
  });
});
