import { describe, expect, it } from 'vitest';
import {
  amended,
  type CalendarAmendment,
  type CalendarChange,
  checkedChange,
} from '#domain/deadline/amendment.ts';
import { makeCalendarBook, type WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { monday9 } from '#test/support/dossiers.ts';

const day = (text: string) => text as VietnamDay;
const base: readonly WorkingCalendar[] = [
  {
    year: 2026,
    version: '2026-1',
    holidays: { '2026-01-01': 'Tết Dương lịch' },
    makeUpDays: { '2026-01-10': 'bù 2/1' },
  },
  { year: 2027, version: '2027-0', holidays: {}, makeUpDays: {} },
];

const change = (text: Partial<CalendarChange>): CalendarChange => ({
  holidays: [],
  makeUpDays: [],
  reason: 'Quyết định',
  ...text,
});
const confirmed = (at: Instant, text: Partial<CalendarChange>): CalendarAmendment => ({
  ...change(text),
  id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as AmendmentId,
  version: 2,
  proposed: { by: 'binh', at },
  confirmed: { by: 'binh', at, reannounces: true },
});

const culture = { day: day('2026-11-24'), name: 'Ngày Văn hóa Việt Nam' };

describe('an amended calendar', () => {
  it('has the new day off, and a version that says that it was amended', () => {
    const book = makeCalendarBook(amended(base, [confirmed(monday9, { holidays: [culture] })]));
    expect(book.isWorkingDay(culture.day)).toEqual({ ok: true, value: false });
    expect(book.holidayName(culture.day)).toBe(culture.name);
    expect(book.versionOf(culture.day)).toBe('2026-1+1');
    expect(book.versionOf(day('2027-03-01'))).toBe('2027-0');
  });

  it('counts its amendments, whatever their order of reading', () => {
    const first = confirmed(monday9, { holidays: [culture] });
    const second = confirmed(instant(monday9 + 1), {
      makeUpDays: [{ day: culture.day, name: 'làm việc như thường' }],
    });
    const [calendar] = amended(base, [second, first]);
    expect(calendar?.version).toBe('2026-1+2');
    expect(makeCalendarBook(amended(base, [second, first])).isWorkingDay(culture.day)).toEqual({
      ok: true,
      value: true,
    });
  });

  it('can take back a make-up day', () => {
    const off = confirmed(monday9, { holidays: [{ day: day('2026-01-10'), name: 'nghỉ' }] });
    const [calendar] = amended(base, [off]);
    expect(calendar?.makeUpDays).toEqual({});
  });
});

describe('a change of the calendar', () => {
  it.each<[string, Partial<CalendarChange>, string]>([
    ['a working day off', { holidays: [culture] }, 'done'],
    ['a Saturday worked', { makeUpDays: [{ day: day('2026-11-28'), name: 'bù' }] }, 'done'],
    ['nothing at all', {}, 'amendment-empty'],
    ['a holiday off', { holidays: [{ day: day('2026-01-01'), name: 'x' }] }, 'amendment-empty'],
    ['a Sunday off', { holidays: [{ day: day('2026-11-22'), name: 'x' }] }, 'amendment-empty'],
    ['a working day worked', { makeUpDays: [culture] }, 'amendment-empty'],
    [
      'a day of a year that has no calendar',
      { holidays: [{ day: day('2031-01-02'), name: 'x' }] },
      'amendment-empty',
    ],
  ])('that makes %s is %j → %s', (_, text, expected) => {
    const checked = checkedChange(base, change(text));
    expect(checked.ok ? 'done' : checked.refusal.code).toBe(expected);
  });
});
