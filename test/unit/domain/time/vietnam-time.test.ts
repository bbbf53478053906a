import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time/instant.ts';
import {
  at,
  dayOf,
  formatInstant,
  isoVietnam,
  minuteOf,
  parseDay,
  plusDays,
  weekday,
} from '#domain/time/vietnam-time.ts';

const anyMoment = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) }).map(instant);

describe('a day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(dayOf(instant(Date.UTC(2026, 10, 22, 16, 59)))).toBe('2026-11-22');
    expect(dayOf(instant(Date.UTC(2026, 10, 22, 17, 0)))).toBe('2026-11-23');
  });

  it('agrees with the platform’s calendar at every moment', () => {
    const formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const [day, time] = formatter.format(moment).split(' ');
        expect(dayOf(moment)).toBe(day);
        expect(formatInstant(moment).startsWith(time ?? '')).toBe(true);
        expect(Date.parse(isoVietnam(moment))).toBe(Math.floor(moment / 1_000) * 1_000);
      }),
    );
  });

  it('is put together again from day and minute', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const minute = moment - (moment % 60_000);
        expect(at(dayOf(moment), minuteOf(moment))).toBe(minute);
      }),
    );
  });

  it('has the weekday and the neighbours that the platform gives it', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -400, max: 400 }), (moment, n) => {
        const utc = Date.parse(`${dayOf(moment)}T00:00:00Z`);
        expect(weekday(dayOf(moment))).toBe(new Date(utc).getUTCDay() || 7);
        expect(plusDays(dayOf(moment), n)).toBe(
          new Date(utc + n * 86_400_000).toISOString().slice(0, 10),
        );
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', 'Tết', ''])('%j is none', (text) =>
    expect(parseDay(text)).toBeUndefined(),
  );
});
