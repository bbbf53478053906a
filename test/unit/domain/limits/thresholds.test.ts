import { describe, expect, it } from 'vitest';
import { watchRules } from '#data/province.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { thresholdsAt, watchRulesOn } from '#domain/limits/thresholds.ts';
import type { Warning } from '#domain/limits/warnings.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { calendars } from '#test/support/plain-week.ts';

const moment = (day: string, hour: number, minute = 0): Instant =>
  at(day as VietnamDay, hour * 60 + minute);

const isDue = (warning: Warning, limit: Instant, now: Instant): boolean => {
  const found = thresholdsAt(now, rulesOn(now), book);
  if (!found.ok) throw new Error(`no calendar of ${found.year}`);
  return limit < found.value[warning];
};
const book = makeCalendarBook(calendars);
const rulesOn = (now: Instant) => watchRulesOn(watchRules, dayOf(now));

describe('somebody is warned', () => {
  it.each<[Warning, string, Instant, Instant, boolean]>([
    // Two working days before the date, from the beginning of that day (domain §10.6).
    ['due-soon', 'on T−2', moment('2026-11-27', 17), moment('2026-11-25', 0, 1), true],
    ['due-soon', 'on T−3', moment('2026-11-27', 17), moment('2026-11-24', 23), false],
    ['due-soon', 'over a weekend', moment('2026-12-01', 17), moment('2026-11-27', 8), true],
    ['due-soon', 'not yet on Thursday', moment('2026-12-01', 17), moment('2026-11-26', 8), false],
    // Tết: off from 14 to 22 February 2026.
    ['due-soon', 'across Tết', moment('2026-02-24', 17), moment('2026-02-13', 8), true],
    ['due-soon', 'and not before', moment('2026-02-24', 17), moment('2026-02-12', 8), false],
    ['overdue', 'at the end of work', moment('2026-11-27', 17), moment('2026-11-27', 17), false],
    ['overdue', 'a minute later', moment('2026-11-27', 17), moment('2026-11-27', 17, 1), true],
    ['transit-late', 'after J+n', moment('2026-11-27', 17), moment('2026-11-27', 17, 1), true],
    ['appointment-late', 'after J+2n', moment('2026-11-27', 17), moment('2026-11-27', 17, 1), true],
    ['appointment-late', 'within it', moment('2026-11-27', 17), moment('2026-11-27', 17), false],
    ['transfer-late', 'within it', moment('2026-11-27', 17), moment('2026-11-27', 16), false],
    // A whole working day after the day of arrival.
    [
      'unacknowledged',
      'the next evening',
      moment('2026-11-24', 9),
      moment('2026-11-25', 17, 1),
      true,
    ],
    ['unacknowledged', 'the next noon', moment('2026-11-24', 9), moment('2026-11-25', 12), false],
    ['unacknowledged', 'on Sunday', moment('2026-11-27', 9), moment('2026-11-29', 23), false],
    [
      'unacknowledged',
      'on Monday evening',
      moment('2026-11-27', 9),
      moment('2026-11-30', 18),
      true,
    ],
    [
      'asked-late',
      'once it was to be asked',
      moment('2026-11-27', 0),
      moment('2026-11-27', 1),
      true,
    ],
    // Three days before the citizen's last day.
    ['answer-soon', 'three days before', moment('2026-12-10', 0), moment('2026-12-07', 0), true],
    ['answer-soon', 'four days before', moment('2026-12-10', 0), moment('2026-12-06', 23), false],
  ])('%s %s', (warning, _, limit, now, expected) => {
    expect(isDue(warning, limit, now)).toBe(expected);
  });

  it('or the run fails by name, where next year’s calendar is not loaded', () => {
    const last = calendars.at(-1)?.year ?? 0;
    const now = moment(`${last}-12-31`, 9);
    expect(thresholdsAt(now, rulesOn(now), book)).toMatchObject({ ok: false, year: last + 1 });
  });
});
