import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendarBook, nextWorkingDay } from '#domain/deadline/working-calendar.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { attemptPlan } from '#functions/returns/domain/attempts.ts';

const book = makeCalendarBook([
  { year: 2026, version: '2026-1', holidays: { '2026-09-02': 'Quốc khánh' }, makeUpDays: {} },
]);
const morning = (day: string): Instant => at(day as VietnamDay, 9 * 60);
const plan = (...days: readonly string[]) => attemptPlan(days.map(morning), book);

describe('a result that could not be handed over', () => {
  it.each([
    [[], { step: 'deliver' }],
    // Monday; two working days later is Wednesday.
    [['2026-11-23'], { step: 'invite-again', notBefore: '2026-11-25' }],
    [['2026-11-27'], { step: 'invite-again', notBefore: '2026-12-01' }],
    // Over 2/9, a Wednesday.
    [['2026-09-01'], { step: 'invite-again', notBefore: '2026-09-04' }],
    [['2026-11-23', '2026-11-25'], { step: 'return-to-agency', notBefore: '2026-11-27' }],
    [
      ['2026-11-23', '2026-11-25', '2026-11-27'],
      { step: 'return-to-agency', notBefore: '2026-12-01' },
    ],
    // TT 17/2017: two working days apart; the visit of the next day is no second invitation.
    [['2026-11-23', '2026-11-24'], { step: 'invite-again', notBefore: '2026-11-25' }],
  ] as const)('after attempts on %j: %j', (days, next) => {
    expect(plan(...days)).toMatchObject({ ok: true, value: { next } });
  });

  it('shows the visits that came too soon', () => {
    expect(plan('2026-11-24', '2026-11-23', '2026-11-25')).toMatchObject({
      value: {
        counted: [morning('2026-11-23'), morning('2026-11-25')],
        tooSoon: [morning('2026-11-24')],
        next: { step: 'return-to-agency' },
      },
    });
  });

  it('takes the province’s own rule where it is kinder', () => {
    const rule = { invitations: 3, workingDaysApart: 1 };
    expect(attemptPlan(['2026-11-23', '2026-11-24'].map(morning), book, rule)).toMatchObject({
      value: { next: { step: 'invite-again', notBefore: '2026-11-25' } },
    });
  });

  it('asks for the calendar that it lacks', () => {
    expect(plan('2026-12-31')).toEqual({ ok: false, reason: 'calendar-missing', year: 2027 });
  });

  it('never goes back before two invitations with two working days in between', () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, (offsets) => {
        const result = plan(...offsets.map((n) => plusDays('2026-08-20' as VietnamDay, n)));
        if (!result.ok) throw new Error(result.reason);
        const { counted, tooSoon, next } = result.value;
        expect(counted.length + tooSoon.length).toBe(offsets.length);
        if (next.step === 'return-to-agency') expect(counted.length).toBeGreaterThanOrEqual(2);
        counted.slice(1).forEach((moment, n) => {
          const before = dayOf(counted[n] ?? moment);
          const between = nextWorkingDay(book, before);
          expect(between.ok && between.value < dayOf(moment)).toBe(true);
        });
      }),
    );
  });
});
