import { describe, expect, it } from 'vitest';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { admitLateAnswer } from '#domain/dossier/steps/admit-late.ts';
import { expireSupplement, requestWithdrawal } from '#domain/dossier/steps/end.ts';
import { expirePayment, requestPayment } from '#domain/dossier/steps/payment.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  aPayment,
  aProcedure,
  aSupplement,
  dossierId,
  monday9,
  officer,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const moment = (day: string, hour = 9): Instant => at(day as VietnamDay, hour * 60);
const claim = (now: Instant) => ({ leaseNo: 1, holder: officer.id, now });
const system = { kind: 'system', id: 'test' } as const;

const then = (dossier: Dossier, decision: Decision, now: Instant): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossierId, decision.value, { actor: system, now }).after;
};
const outcome = (decision: Decision) => (decision.ok ? 'done' : decision.refusal.code);

const heldOn = (dossier: Dossier, now: Instant): Dossier => ({
  ...dossier,
  ...(dossier.department && {
    department: {
      ...dossier.department,
      lease: { holder: officer.id, until: (now + minutes(10)) as Instant },
    },
  }),
});
const working = aDossier('acknowledged');

/** Friday 2026-12-04 was the last day; stopped in the night. */
const lastDay = '2026-12-04' as VietnamDay;
const stoppedFor = (of: 'papers' | 'payment'): Dossier => {
  const asked =
    of === 'papers'
      ? requestSupplement(
          working,
          aProcedure,
          claim(monday9),
          { ...aSupplement, answerBy: lastDay },
          book,
        )
      : requestPayment(working, claim(monday9), { ...aPayment, payBy: lastDay }, book);
  const waiting = then(working, asked, monday9);
  const night = moment('2026-12-05', 1);
  const expire = of === 'papers' ? expireSupplement : expirePayment;
  return then(waiting, expire(waiting, night, book), night);
};
const admit = (
  dossier: Dossier,
  now = moment('2026-12-07'),
  procedure: Parameters<typeof admitLateAnswer>[1] = aProcedure,
) => admitLateAnswer(dossier, procedure, { staff: officer, now }, 'Phà không chạy', book);

describe('an answer that comes one day late', () => {
  it.each([
    ['papers', 'supplement-requested'],
    ['payment', 'payment-requested'],
  ] as const)(
    'of %s is taken in by the department’s word, until the next working day',
    (of, status) => {
      const stopped = stoppedFor(of);
      const decided = admit(stopped);
      expect(decided).toMatchObject({
        ok: true,
        value: [
          {
            type: 'late-answer-admitted',
            of,
            reason: 'Phà không chạy',
            lastDay,
            answerBy: '2026-12-08',
            admittedBy: officer.id,
          },
        ],
      });
      const waiting = then(stopped, decided, moment('2026-12-07'));
      expect(waiting).toMatchObject({ status, department: { inbox: 'with-citizen' } });
      expect(waiting.ending).toBeUndefined();
      expect(waiting.stops?.at(-1)?.to).toBe(moment('2026-12-07'));
      const days = [waiting.supplements.at(-1)?.answerBy, waiting.payments?.at(-1)?.payBy];
      expect(days).toContain('2026-12-08');
      // It ends again where nothing comes then either, and not a day before.
      const expire = of === 'papers' ? expireSupplement : expirePayment;
      expect(outcome(expire(waiting, moment('2026-12-08', 23), book))).toBe('supplement-runs');
      expect(outcome(expire(waiting, moment('2026-12-09', 1), book))).toBe('done');
    },
  );

  it('keeps every earlier request and stop as it was', () => {
    const once = stoppedFor('payment');
    const twice: Dossier = {
      ...once,
      stops: [{ from: monday9, to: monday9 }, ...(once.stops ?? [])],
    };
    const waiting = then(twice, admit(twice), moment('2026-12-07'));
    expect(waiting.stops?.[0]).toEqual({ from: monday9, to: monday9 });
    const { payments: _, ...none } = twice;
    expect(() => then(none, admit(none), monday9)).toThrow('asked to pay nothing');
  });

  it('is refused where the law itself says until when, but not of a payment', () => {
    const byLaw = { answerWithin: { workingDays: 2, source: 'NĐ 217/2026/NĐ-CP điều 54' } };
    expect(admit(stoppedFor('papers'), moment('2026-12-07'), byLaw)).toMatchObject({
      refusal: {
        code: 'answer-day-of-law',
        answerBy: lastDay,
        ground: 'NĐ 217/2026/NĐ-CP điều 54',
      },
    });
    expect(outcome(admit(stoppedFor('payment'), moment('2026-12-07'), byLaw))).toBe('done');
  });

  it.each(['citizen', 'carrier'] as const)('is refused once a paper is with the %s', (kind) => {
    const stopped = stoppedFor('papers');
    const custody = stopped.custody.map((each) => ({
      ...each,
      holder: kind === 'citizen' ? { kind } : { kind, id: 's' },
    }));
    expect(outcome(admit({ ...stopped, custody }))).toBe('papers-elsewhere');
  });

  it('is refused where the citizen has withdrawn, or nothing was stopped', () => {
    const withdrawn = then(working, requestWithdrawal(working, 'Không cần'), monday9);
    const granted: DossierFact = { type: 'withdrawal-granted' };
    const ended = then(withdrawn, { ok: true, value: [granted] }, monday9);
    expect(admit(ended)).toMatchObject({
      refusal: { code: 'step-not-allowed', state: 'withdrawn', step: 'admit-late-answer' },
    });
    expect(outcome(admit(working))).toBe('step-not-allowed');
  });

  it('needs a calendar', () =>
    expect(
      admitLateAnswer(
        stoppedFor('papers'),
        aProcedure,
        { staff: officer, now: moment('2026-12-07') },
        '',
        makeCalendarBook([]),
      ),
    ).toMatchObject({ refusal: { code: 'calendar-missing', year: 2026 } }));
});

/** NĐ 61/2018 art. 19(4): within three working days of the acceptance, Monday 2026-11-23. */
describe('a request for papers', () => {
  const askOn = (now: Instant, dossier = working, on = book) =>
    requestSupplement(
      heldOn(dossier, now),
      aProcedure,
      claim(now),
      { ...aSupplement, confirmsRepeat: true },
      on,
    );

  it.each([
    ['on the third working day', '2026-11-26', undefined],
    ['on the fourth', '2026-11-27', '2026-11-26'],
    ['after the weekend', '2026-11-30', '2026-11-26'],
  ])('%s, %s, is late since %s', (_, day, askBy) => {
    const decided = askOn(moment(day, 16));
    if (!decided.ok) throw new Error(decided.refusal.code);
    const [fact] = decided.value;
    expect(fact?.type === 'supplement-requested' && fact.askBy).toBe(askBy);
    expect(fact && 'askBy' in fact).toBe(askBy !== undefined);
  });

  it('counts anew from the last answer', () => {
    const answered: Dossier = {
      ...working,
      supplements: [
        {
          items: [],
          reason: '',
          answerBy: lastDay,
          requestedAt: monday9,
          requestedBy: officer.id,
          receivedAt: moment('2026-11-30'),
        },
      ],
    };
    expect(askOn(moment('2026-12-03'), answered)).not.toMatchObject({
      value: [{ askBy: expect.anything() }],
    });
    expect(askOn(moment('2026-12-04'), answered)).toMatchObject({
      value: [{ askBy: '2026-12-03' }],
    });
  });
});
