import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { explain } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { appointmentOf, termsAfterWait } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { PaymentAsked } from '#domain/dossier/payment.ts';
import { record } from '#domain/dossier/record.ts';
import { decide } from '#domain/dossier/steps/decide.ts';
import {
  cancelPayment,
  confirmPayment,
  expirePayment,
  payableAtCounter,
  receivePayment,
  requestPayment,
} from '#domain/dossier/steps/payment.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import { type Instant, instant, minutes, plus } from '#domain/time/instant.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  anAcceptance,
  aPayment,
  aProcedure,
  dossierId,
  monday9,
  officer,
  resultScan,
  type Station,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const moment = (day: string, hour = 9): Instant => at(day as VietnamDay, hour * 60);
const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
const terms = { calendarVersions: ['2026-1'], dueAt: moment('2026-12-02', 17) };
const code = (outcome: { ok: boolean; refusal?: { code: string } }): string =>
  outcome.ok ? 'done' : (outcome.refusal?.code ?? '');

const apply = (dossier: Dossier, decision: Decision, now = monday9): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const actor = { kind: 'system', id: 'test' } as const;
  return record(dossier, dossierId, decision.value, { actor, now }).after;
};

/** Due on Monday 2026-11-30 at 17:00: five working days from Monday the 23rd. */
const due = moment('2026-11-30', 17);
const caseAt = (station: Station): Dossier => {
  const dossier = aDossier(station);
  return { ...dossier, acceptance: { ...anAcceptance, dueAt: due } };
};
const asked = (
  dossier = caseAt('result-ready'),
  now = monday9,
  change: Partial<PaymentAsked> = {},
) =>
  apply(dossier, requestPayment(dossier, { ...claim, now }, { ...aPayment, ...change }, book), now);

describe('a request for payment (status 6)', () => {
  it.each<[string, Partial<PaymentAsked>, string]>([
    ['a fee at the counter or to the treasury', {}, 'done'],
    ['of nothing', { amountVnd: 0 }, 'amount-invalid'],
    ['of half a đồng', { amountVnd: 0.5 }, 'amount-invalid'],
    ['due today', { payBy: '2026-11-23' as VietnamDay }, 'answer-day-invalid'],
    ['due in a year', { payBy: '2027-11-23' as VietnamDay }, 'answer-day-invalid'],
    ['that can be paid nowhere', { ways: [] }, 'payment-way-invalid'],
    ['to an account that is not named', { instructions: undefined }, 'payment-way-invalid'],
    // The post remits to the department; a tax is the tax authority's.
    ['of a tax at the counter', { kind: 'tax' }, 'payment-way-invalid'],
    ['of a tax to the treasury', { kind: 'tax', ways: ['treasury'] }, 'done'],
  ] as [string, Partial<PaymentAsked>, string][])('%s is %s', (_, change, expected) => {
    const request = requestPayment(caseAt('leased'), claim, { ...aPayment, ...change }, book);
    expect(code(request)).toBe(expected);
  });

  it('needs the lease, and puts it down', () => {
    expect(code(requestPayment(caseAt('leased'), { ...claim, leaseNo: 7 }, aPayment, book))).toBe(
      'lease-stale',
    );
    const waiting = asked();
    expect(waiting).toMatchObject({
      status: 'payment-requested',
      department: { inbox: 'with-citizen' },
    });
    expect(waiting.department?.lease).toBeUndefined();
  });

  it('leaves the post office that it was paid at out again, unless papers of it lie there', () => {
    const guestOffice = 'bd-nga-bay';
    const { custody } = asked();
    const holder = { kind: 'office', id: guestOffice } as const;
    const there = custody.map((held) => ({ ...held, holder }));
    const cancelledFor = (dossier: Dossier) =>
      apply(dossier, cancelPayment(dossier, officer, { number: 1, reason: 'Được miễn' }, terms));
    expect(cancelledFor({ ...asked(), guestOffice })).not.toHaveProperty('guestOffice');
    expect(cancelledFor({ ...asked(), guestOffice, custody: there })).toMatchObject({
      guestOffice,
    });
  });

  it('lets nothing be decided before it is paid or cancelled', () => {
    const result = { outcome: 'approved', resultScan } as const;
    const decideNow = (dossier: Dossier) => code(decide(dossier, aProcedure, claim, result));
    expect(decideNow(asked())).toBe('step-not-allowed');
    const cancelled = apply(
      asked(),
      cancelPayment(asked(), officer, { number: 1, reason: 'Được miễn' }, terms),
    );
    const held = { ...cancelled, department: caseAt('result-ready').department } as Dossier;
    expect(decideNow(held)).toBe('done');
  });

  it.each<[Station, string]>([
    ['leased', 'accepted'],
    ['acknowledged', 'in-progress'],
  ])('asked of a dossier that is %s, goes back to %s, into the inbox', (station, status) => {
    const waiting = asked(caseAt(station));
    const paid = apply(
      waiting,
      receivePayment(waiting, { number: 1, office: 'bd-nga-bay', receipt: 'BL-1' }, terms),
    );
    expect(paid).toMatchObject({
      status,
      department: { inbox: 'waiting' },
      acceptance: { dueAt: terms.dueAt },
    });
  });

  it('is settled by the department that asked, and by the number that it gave', () => {
    const stranger: Staff = { ...officer, agency: 'ct-tp' };
    const confirm = (staff: Staff, number: number) =>
      code(confirmPayment(asked(), staff, { number, reference: 'KB-0001' }, terms));
    expect([confirm(stranger, 1), confirm(officer, 2), confirm(officer, 1)]).toEqual([
      'dossier-unknown',
      'payment-unknown',
      'done',
    ]);
  });

  it('ends the dossier on the day after the last one, and not on it', () => {
    expect(code(expirePayment(asked(), moment('2026-12-23', 23), book))).toBe('supplement-runs');
    const stopped = apply(asked(), expirePayment(asked(), moment('2026-12-24', 0), book));
    expect(stopped).toMatchObject({
      status: 'stopped',
      department: { inbox: 'closed' },
      ending: { why: 'payment-expired', reason: aPayment.reason },
    });
  });

  it('runs on while no calendar says which day the last one is', () => {
    const noYears = makeCalendarBook([]);
    expect(code(expirePayment(asked(), moment('2026-12-24'), noYears))).toBe('calendar-missing');
  });

  it('at the counter is a sum that notes can make up', () => {
    const ask = (amountVnd: number, ways: PaymentAsked['ways']) =>
      code(requestPayment(caseAt('result-ready'), claim, { ...aPayment, amountVnd, ways }, book));
    expect([ask(12_345, ['counter']), ask(12_345, ['treasury'])]).toEqual([
      'amount-not-cash',
      'done',
    ]);
  });

  it.each<[string, Partial<PaymentAsked>, Partial<Purses>, string]>([
    ['the exact fee', {}, { fee: 500_000 }, 'done'],
    ['too little', {}, { fee: 499_000 }, 'payment-differs'],
    ['the right sum in the wrong purse', {}, { charge: 500_000 }, 'payment-differs'],
    ['postage besides', {}, { fee: 500_000, postage: 28_000 }, 'payment-differs'],
    ['a charge as a charge', { kind: 'charge' }, { charge: 500_000 }, 'done'],
    [
      'what goes to the treasury only',
      { ways: ['treasury'] },
      { fee: 500_000 },
      'payment-way-invalid',
    ],
  ])('takes %s at the counter: %s', (_, change, purses, expected) => {
    const waiting = asked(caseAt('leased'), monday9, change);
    expect(code(payableAtCounter(waiting, 1, { ...nothing, ...purses }))).toBe(expected);
  });
});

describe('the date after a payment', () => {
  const goesOn = (dossier: Dossier, from: Instant, to: Instant): Dossier => {
    const found = termsAfterWait(dossier, aProcedure, book, { from, to });
    if (!found.ok) throw new Error(found.refusal.code);
    const paid = { number: 1, office: 'bd-vi-thanh', receipt: 'BL-1' };
    return apply(dossier, receivePayment(dossier, paid, found.value), to);
  };
  const held = (dossier: Dossier, now: Instant): Dossier => ({
    ...dossier,
    ...(dossier.department && {
      department: {
        ...dossier.department,
        lease: { holder: officer.id, until: plus(now, minutes(10)) },
      },
    }),
  });
  const waited = (from: Instant, to: Instant, dossier = caseAt('acknowledged')) =>
    goesOn(asked(held(dossier, from), from), from, to);

  it.each<[string, Instant, Instant, string]>([
    ['on the same day', moment('2026-11-24'), moment('2026-11-24', 15), '17:00 30/11/2026'],
    ['two working days later', moment('2026-11-24'), moment('2026-11-26'), '17:00 02/12/2026'],
    // Saturday and Sunday are nobody's.
    ['after a weekend', moment('2026-11-27'), moment('2026-11-30'), '17:00 01/12/2026'],
    ['though it was late already', moment('2026-12-02'), moment('2026-12-07'), '17:00 30/11/2026'],
  ])('paid %s', (_, from, to, expected) => {
    expect(formatInstant(waited(from, to).acceptance?.dueAt ?? from)).toBe(expected);
  });

  it('moves the date of an apology by the working days that were waited', () => {
    const extendedTo = moment('2026-12-03', 17);
    const extension = { reason: '', previousDueAt: due, extendedAt: moment('2026-11-24', 8) };
    const extended = {
      ...caseAt('acknowledged'),
      extension,
      acceptance: { ...anAcceptance, dueAt: extendedTo },
    };
    const paid = waited(moment('2026-11-25'), moment('2026-11-27'), extended);
    expect(formatInstant(paid.acceptance?.dueAt ?? due)).toBe('17:00 07/12/2026');
  });

  it('gives no more time where the date of the apology had passed', () => {
    const extension = { reason: '', previousDueAt: due, extendedAt: moment('2026-11-24', 8) };
    const extended = { ...caseAt('acknowledged'), extension };
    const paid = waited(moment('2026-12-02'), moment('2026-12-04'), extended);
    expect(paid.acceptance?.dueAt).toBe(due);
  });

  it('holds for a stop as well: a date of an apology never becomes the old one again', () => {
    const extendedTo = moment('2026-12-03', 17);
    const extension = { reason: '', previousDueAt: due, extendedAt: moment('2026-11-24', 8) };
    const [from, to] = [moment('2026-11-25'), moment('2026-11-26')];
    const stopped = {
      ...caseAt('acknowledged'),
      extension,
      acceptance: { ...anAcceptance, dueAt: extendedTo },
      stops: [{ from }],
    };
    const terms = termsAfterWait(stopped, aProcedure, book, { from, to });
    expect(terms.ok && formatInstant(terms.value.dueAt ?? due)).toBe('17:00 04/12/2026');
  });

  it('is explained to the citizen', () => {
    const paid = waited(moment('2026-11-24'), moment('2026-11-26'));
    const counted = appointmentOf(paid, aProcedure, book);
    const sentences = counted.ok
      ? counted.value.explanation.map((step) => explain(step, 'vi'))
      : [];
    expect(sentences).toContain(
      'Từ 09:00 24/11/2026 đến 09:00 26/11/2026: dừng 2 ngày làm việc chờ nộp tiền',
    );
  });

  it('never comes earlier than was promised', () => {
    const hour = fc.integer({ min: 0, max: 24 * 28 });
    fc.assert(
      fc.property(hour, hour, fc.boolean(), (start, length, isExtended) => {
        const from = instant(monday9 + start * 3_600_000);
        const to = instant(from + length * 3_600_000);
        const extension = { reason: '', previousDueAt: due, extendedAt: monday9 };
        const dossier = { ...caseAt('acknowledged'), ...(isExtended && { extension }) };
        expect(waited(from, to, dossier).acceptance?.dueAt ?? 0).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('is none while the citizen is waited for', () => {
    const counted = appointmentOf(asked(caseAt('acknowledged')), aProcedure, book);
    expect(counted.ok && counted.value.dueAt).toBeUndefined();
  });
});
