import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueDate, dueDate, type ExplanationStep, explain } from '#domain/deadline/due-date.ts';
import type { Pause, PausePolicy } from '#domain/deadline/pause.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { makeCalendarBook, type WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import { workingMinutesBetween } from '#domain/deadline/working-time.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import {
  at,
  dayNumber,
  dayOf,
  formatInstant,
  plusDays,
  type VietnamDay,
} from '#domain/time/vietnam-time.ts';

const calendarOf = (year: number, holidays: Record<string, string> = {}): WorkingCalendar => ({
  year,
  version: `${year}-1`,
  holidays,
  makeUpDays: {},
});
const calendars = [
  calendarOf(2026, { '2026-09-02': 'Quốc khánh', '2026-12-24': 'Nghỉ thử' }),
  calendarOf(2027),
];
const book = makeCalendarBook(calendars);

const moment = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return at(day as VietnamDay, (hour ?? 0) * 60 + (minute ?? 0));
};
const pause = (from: string, to?: string): Pause => ({
  from: moment(from),
  ...(to !== undefined && { to: moment(to) }),
});
const rule = (
  unit: 'working-days' | 'calendar-days' | 'working-hours',
  amount: number,
): TimeRule => ({
  unit,
  amount,
  startPolicy: unit === 'working-hours' ? 'at-once' : 'next-day',
});
const days = (amount: number) => rule('working-days', amount);

const count = (
  start: string,
  term: TimeRule,
  pausePolicy: PausePolicy,
  pauses: readonly Pause[],
): DueDate => {
  const result = dueDate({ startedAt: moment(start), rule: term, book, pauses, pausePolicy });
  if (!result.ok) throw new Error(`${result.reason} ${result.year}`);
  return result.value;
};
const dueText = ({ dueAt }: DueDate): string =>
  dueAt === undefined ? 'stopped' : formatInstant(dueAt);

/** 23/11/2026 is a Monday. */
const monday = '2026-11-23 09:00';

describe('a term that waits for supplements', () => {
  it.each([
    // Asked on Tuesday, complete on Thursday: Wednesday and Thursday are not counted.
    [days(5), [pause('2026-11-24 10:00', '2026-11-26 15:00')], '17:00 02/12/2026'],
    // Asked and answered on one day: nothing changes.
    [days(5), [pause('2026-11-24 08:00', '2026-11-24 16:00')], '17:00 30/11/2026'],
    // Over a weekend only Monday is lost.
    [days(5), [pause('2026-11-27 10:00', '2026-11-30 10:00')], '17:00 01/12/2026'],
    // Twice, told in the wrong order.
    [
      days(5),
      [
        pause('2026-11-26 10:00', '2026-11-27 10:00'),
        pause('2026-11-24 10:00', '2026-11-25 10:00'),
      ],
      '17:00 02/12/2026',
    ],
    // Overlapping and repeated requests stop the clock once.
    [
      days(5),
      [
        pause('2026-11-24 10:00', '2026-11-26 15:00'),
        pause('2026-11-25 10:00', '2026-11-25 15:00'),
        pause('2026-11-24 10:00', '2026-11-26 15:00'),
      ],
      '17:00 02/12/2026',
    ],
    // Ended before it began, or asked when the time was up: no effect.
    [days(5), [pause('2026-11-26 10:00', '2026-11-24 10:00')], '17:00 30/11/2026'],
    [days(5), [pause('2026-12-01 10:00', '2026-12-11 10:00')], '17:00 30/11/2026'],
    [days(5), [pause('2026-12-01 10:00')], '17:00 30/11/2026'],
    [days(5), [pause('2026-11-24 10:00')], 'stopped'],
    [rule('calendar-days', 3), [pause('2026-11-24 10:00', '2026-11-26 10:00')], '17:00 30/11/2026'],
    [rule('calendar-days', 3), [pause('2026-11-24 10:00')], 'stopped'],
    // The last day is Saturday; before the Monday that it rolls to, supplements are asked for.
    [rule('calendar-days', 5), [pause('2026-11-28 10:00', '2026-11-30 10:00')], '17:00 01/12/2026'],
    [rule('calendar-days', 5), [pause('2026-11-28 10:00')], 'stopped'],
    // 09:00–11:30 is 2½ h, 13:30–15:00 1½ h; waits until 14:00 of Tuesday; the other four.
    [rule('working-hours', 8), [pause('2026-11-23 15:00', '2026-11-24 14:00')], '08:00 25/11/2026'],
    [rule('working-hours', 8), [pause('2026-11-23 15:00')], 'stopped'],
    [rule('working-hours', 8), [pause('2026-11-24 09:01')], '09:00 24/11/2026'],
    [
      { unit: 'same-day' } as const,
      [pause('2026-11-23 10:00', '2026-11-25 10:00')],
      '17:00 25/11/2026',
    ],
    [
      { unit: 'same-day' } as const,
      [pause('2026-11-23 10:00', '2026-11-25 15:30')],
      '17:00 26/11/2026',
    ],
    [{ unit: 'same-day' } as const, [pause('2026-11-23 10:00')], 'stopped'],
  ])('goes on where it stopped (pause): %j, %j, %s', (term, pauses, expected) => {
    expect(dueText(count(monday, term, 'pause', pauses))).toBe(expected);
  });

  it.each([
    // NĐ 61/2018 art. 19(4): the whole limit again, from full receipt.
    [days(5), [pause('2026-11-24 10:00', '2026-11-26 15:00')], '17:00 03/12/2026'],
    [
      days(5),
      [
        pause('2026-11-27 10:00', '2026-12-01 10:00'),
        pause('2026-11-24 10:00', '2026-11-26 15:00'),
      ],
      '17:00 08/12/2026',
    ],
    [days(5), [pause('2026-11-24 10:00')], 'stopped'],
    // Overdue already: a late request does not make it on time.
    [days(5), [pause('2026-12-01 10:00', '2026-12-11 10:00')], '17:00 30/11/2026'],
    // A supplement complete before it was asked for is a mistake of data.
    [days(5), [pause('2026-11-26 10:00', '2026-11-24 10:00')], '17:00 30/11/2026'],
    // Over before the term began.
    [days(5), [pause('2026-11-19 10:00', '2026-11-20 10:00')], '17:00 30/11/2026'],
    [rule('working-hours', 8), [pause('2026-11-23 15:00', '2026-11-24 14:00')], '14:00 25/11/2026'],
  ])('begins anew (restart): %j, %j, %s', (term, pauses, expected) => {
    expect(dueText(count(monday, term, 'restart', pauses))).toBe(expected);
  });

  it('begins anew where the province says nothing', () => {
    const pauses = [pause('2026-11-24 10:00', '2026-11-26 15:00')];
    const silent = dueDate({ startedAt: moment(monday), rule: days(5), book, pauses });
    expect(silent).toEqual({ ok: true, value: count(monday, days(5), 'restart', pauses) });
  });

  it('has no date for a procedure without a limit, paused or not', () => {
    expect(count(monday, { unit: 'none' }, 'pause', [pause('2026-11-24 10:00')])).toEqual({
      calendarVersions: [],
      explanation: [{ code: 'starts', at: moment(monday) }, { code: 'no-time-limit' }],
    });
  });

  it.each(['pause', 'restart'] as const)(
    'asks for the calendar that it lacks (%s)',
    (pausePolicy) => {
      const pauses = [pause('2026-11-24 10:00', '2027-12-30 10:00')];
      const terms = { startedAt: moment(monday), book, pauses, pausePolicy };
      for (const unit of ['working-days', 'calendar-days', 'working-hours'] as const)
        expect(dueDate({ ...terms, rule: rule(unit, 50) })).toEqual({
          ok: false,
          reason: 'calendar-missing',
          year: 2028,
        });
    },
  );
});

describe('the sentences', () => {
  const say = ({ explanation }: DueDate, language: 'vi' | 'en') =>
    explanation.map((step) => explain(step, language));
  const waiting = [pause('2026-11-27 10:00', '2026-12-01 15:00')];

  it('tell of a pause once, with the working days that it cost', () => {
    expect(say(count(monday, days(5), 'pause', waiting), 'vi')).toEqual([
      'Tiếp nhận lúc 09:00 23/11/2026',
      'Tính từ ngày 24/11/2026',
      'Ngày 28/11/2026–29/11/2026: cuối tuần, không tính',
      'Từ 10:00 27/11/2026 đến 15:00 01/12/2026: dừng 2 ngày làm việc chờ bổ sung',
      'Thời hạn 5 ngày làm việc',
      'Hẹn trả 17:00 ngày 02/12/2026',
    ]);
  });

  it('tell of a new beginning', () => {
    expect(say(count(monday, days(5), 'restart', waiting), 'en')).toEqual([
      'Accepted at 09:00 23/11/2026',
      'Supplements asked at 10:00 27/11/2026, complete at 15:00 01/12/2026: counted anew',
      'Counted from 02/12/2026',
      '05/12/2026–06/12/2026: weekend, not counted',
      'Time limit 5 working days',
      'Due at 17:00 on 08/12/2026',
    ]);
  });

  it.each(['pause', 'restart'] as const)('tell that it waits (%s)', (policy) => {
    const open = count(monday, days(5), policy, [pause('2026-11-24 10:00')]);
    expect(say(open, 'vi').at(-1)).toBe(
      'Dừng từ 10:00 24/11/2026 chờ bổ sung; ngày hẹn sẽ tính lại khi nhận đủ',
    );
    expect(open.calendarVersions).toEqual(['2026-1']);
  });

  it('tell of hours, and of the days off between them', () => {
    const hours = count('2026-11-27 15:00', rule('working-hours', 8), 'pause', [
      pause('2026-11-27 16:00', '2026-11-30 08:00'),
      // In no working time of the term: nothing to tell.
      pause('2026-11-27 12:00', '2026-11-27 13:00'),
      pause('2026-12-01 12:00', '2026-12-03 13:00'),
    ]);
    expect(say(hours, 'en')).toEqual([
      'Accepted at 15:00 27/11/2026',
      '28/11/2026–29/11/2026: weekend, not counted',
      '16:00 27/11/2026 to 08:00 30/11/2026: stopped 120 working minutes for supplements',
      'Time limit 8 working hours',
      'Due at 17:00 on 30/11/2026',
    ]);
  });

  it('exist for every step in both languages', () => {
    const day = '2026-12-24' as VietnamDay;
    const steps: readonly ExplanationStep[] = [
      ...count(monday, days(5), 'restart', waiting).explanation,
      ...count(monday, days(5), 'pause', waiting).explanation,
      { code: 'stopped', since: moment(monday) },
      { code: 'rolled-forward', from: day, to: plusDays(day, 1) },
      { code: 'skipped', from: day, to: day, name: 'Nghỉ thử' },
      { code: 'no-time-limit' },
    ];
    for (const step of steps) expect(explain(step, 'vi')).not.toBe(explain(step, 'en'));
    expect(steps.slice(-3).map((step) => explain(step, 'vi'))).toEqual([
      'Chuyển từ 24/12/2026 sang ngày làm việc 25/12/2026',
      'Ngày 24/12/2026: nghỉ Nghỉ thử, không tính',
      'Thủ tục không quy định thời hạn; sẽ thông báo',
    ]);
  });
});

describe('whatever happens, a term', () => {
  const minute = (n: number): Instant => instant(moment('2026-08-01 00:00') + n * 60_000);
  const anyStart = fc.integer({ min: 0, max: 90 * 1_440 }).map(minute);
  const anyPause: fc.Arbitrary<Pause> = fc
    .record({
      from: fc.integer({ min: 0, max: 120 * 1_440 }),
      length: fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 20 * 1_440 })),
    })
    .map(({ from, length }) => ({ from: minute(from), to: minute(from + length) }));
  const anyPauses = fc.array(anyPause, { maxLength: 4 });
  const anyRule = fc
    .record({
      unit: fc.constantFrom('working-days', 'calendar-days', 'working-hours'),
      amount: fc.integer({ min: 1, max: 30 }),
      startPolicy: fc.constantFrom('next-day', 'at-once'),
    })
    .map((each) => each satisfies TimeRule);
  const anyPolicy = fc.constantFrom<PausePolicy>('pause', 'restart');
  const dueAt = (
    startedAt: Instant,
    term: TimeRule,
    pausePolicy: PausePolicy,
    pauses: readonly Pause[],
    calendar = book,
  ): number => {
    const result = dueDate({ startedAt, rule: term, book: calendar, pauses, pausePolicy });
    if (!result.ok) throw new Error(`${result.reason} ${result.year}`);
    return result.value.dueAt ?? Number.NaN;
  };
  const runs = { numRuns: 500 };

  it('never ends earlier because it began later', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyStart,
        anyRule,
        anyPolicy,
        anyPauses,
        (a, b, term, policy, pauses) => {
          const early = dueAt(Math.min(a, b) as Instant, term, policy, pauses);
          expect(early).toBeLessThanOrEqual(dueAt(Math.max(a, b) as Instant, term, policy, pauses));
        },
      ),
      runs,
    );
  });

  it('never ends earlier because of a pause or a new holiday', () => {
    const anyOffset = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        anyStart,
        anyRule,
        anyPolicy,
        anyPauses,
        anyOffset,
        (start, term, policy, pauses, n) => {
          const before = dueAt(start, term, policy, pauses);
          expect(before).toBeGreaterThanOrEqual(dueAt(start, term, policy, []));
          const extra = plusDays(dayOf(start), n);
          const amended = makeCalendarBook(
            calendars.map((each) => ({ ...each, holidays: { ...each.holidays, [extra]: 'thêm' } })),
          );
          expect(dueAt(start, term, policy, pauses, amended)).toBeGreaterThanOrEqual(before);
        },
      ),
      runs,
    );
  });

  it('does not depend on the order in which its pauses are told', () => {
    const told = anyPauses.chain((pauses) =>
      fc
        .shuffledSubarray([...pauses, ...pauses], { minLength: pauses.length * 2 })
        .map((shuffled) => ({ pauses, shuffled })),
    );
    fc.assert(
      fc.property(
        anyStart,
        anyRule,
        anyPolicy,
        told,
        (start, term, policy, { pauses, shuffled }) => {
          expect(dueAt(start, term, policy, shuffled)).toBe(dueAt(start, term, policy, pauses));
        },
      ),
      runs,
    );
  });

  it('ends in working time that no pause takes', () => {
    fc.assert(
      fc.property(anyStart, anyRule, anyPauses, (start, term, pauses) => {
        const due = dueAt(start, term, 'pause', pauses) as Instant;
        expect(book.isWorkingDay(dayOf(due))).toEqual({ ok: true, value: true });
        if (term.unit === 'working-hours')
          expect(pauses.some(({ from, to }) => from < due && due <= (to ?? due))).toBe(false);
      }),
      runs,
    );
  });

  const stepsOf = <Code extends ExplanationStep['code']>(
    { explanation }: DueDate,
    code: Code,
  ): readonly Extract<ExplanationStep, { code: Code }>[] =>
    explanation.filter(
      (step): step is Extract<ExplanationStep, { code: Code }> => step.code === code,
    );
  const length = (from: VietnamDay, to: VietnamDay): number => dayNumber(to) - dayNumber(from) + 1;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

  it('is explained by steps that add up to its days', () => {
    const inDays = anyRule.filter(({ unit }) => unit !== 'working-hours');
    fc.assert(
      fc.property(anyStart, inDays, anyPolicy, anyPauses, (start, term, policy, pauses) => {
        const terms = { startedAt: start, rule: term, book, pauses, pausePolicy: policy };
        const result = dueDate(terms);
        if (!result.ok || result.value.dueAt === undefined) throw new Error('no date');
        const [from] = stepsOf(result.value, 'counts-from');
        const [rolled] = stepsOf(result.value, 'rolled-forward');
        const last = rolled?.from ?? dayOf(result.value.dueAt);
        const skipped = stepsOf(result.value, 'skipped').map((step) => length(step.from, step.to));
        const paused = stepsOf(result.value, 'paused').map(({ amount }) => amount);
        expect(from && length(from.day, last)).toBe(term.amount + sum(skipped) + sum(paused));
      }),
      runs,
    );
  });

  it('is explained by steps that add up to its hours', () => {
    const inHours = anyRule.filter(({ unit }) => unit === 'working-hours');
    fc.assert(
      fc.property(anyStart, inHours, anyPauses, (start, term, pauses) => {
        const terms = { startedAt: start, rule: term, book, pauses, pausePolicy: 'pause' as const };
        const result = dueDate(terms);
        if (!result.ok || result.value.dueAt === undefined) throw new Error('no date');
        const begin = term.startPolicy === 'at-once' ? start : at(plusDays(dayOf(start), 1), 0);
        const worked = workingMinutesBetween(book, begin, result.value.dueAt);
        const paused = stepsOf(result.value, 'paused').map(({ amount }) => amount);
        expect(worked).toEqual({ ok: true, value: term.amount * 60 + sum(paused) });
      }),
      runs,
    );
  });
});
