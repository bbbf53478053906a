import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { province } from '#data/province.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { explain } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { appointmentOf, movedAppointment, termsAfterWait } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { type ProlongationAsked, prolongTerm } from '#domain/dossier/steps/prolong.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import { at, dayOf, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  anAcceptance,
  dossierId,
  officer,
  suppliesAsked,
} from '#test/support/dossiers.ts';

const book = makeCalendarBook(calendars);
const vietnam = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return at(day as VietnamDay, hour * 60 + minute);
};
const procedureOf = (code: string, on: Instant): Procedure => {
  const found = province.procedures.find((each) => each.code === code && inForce(each, dayOf(on)));
  if (!found) throw new Error(`no ${code}`);
  return found;
};

/** Acknowledged, accepted then, with the appointment that its procedure gives. */
const accepted = (procedure: Procedure, at: string): Dossier => {
  const { dueAt: _, ...rest } = anAcceptance;
  const acceptance = { ...rest, acceptedAt: vietnam(at) };
  const dossier: Dossier = { ...aDossier('acknowledged'), acceptance };
  const due = appointmentOf(dossier, procedure, book);
  if (!due.ok || due.value.dueAt === undefined) throw new Error('no appointment');
  return { ...dossier, acceptance: { ...acceptance, dueAt: due.value.dueAt } };
};

const leasedAt = (dossier: Dossier, now: Instant): Dossier => ({
  ...dossier,
  ...(dossier.department && {
    department: {
      ...dossier.department,
      lease: { holder: officer.id, until: (now + minutes(10)) as Instant },
    },
  }),
});

const verify = 'xac-minh';
const ask = (
  dossier: Dossier,
  procedure: Procedure,
  now: string,
  asked: Partial<ProlongationAsked> & { readonly newDueDay: VietnamDay },
) =>
  prolongTerm(
    leasedAt(dossier, vietnam(now)),
    procedure,
    { leaseNo: 1, holder: officer.id, now: vietnam(now) },
    { prolongation: verify, reason: 'Xác minh', ...asked },
    book,
  );
const day = (text: string) => text as VietnamDay;
const taking = (dossier: Dossier, now: string, ...facts: readonly DossierFact[]): Dossier =>
  record(dossier, dossierId, facts, { actor: officer, now: vietnam(now) }).after;
const outcome = (decision: ReturnType<typeof ask>) =>
  decision.ok ? 'done' : { ...decision.refusal };
const prolongedTo = (newDueDay: VietnamDay) =>
  expect.objectContaining({ type: 'deadline-prolonged', dueAt: vietnam(`${newDueDay} 17:00`) });

describe('what the law itself prolongs', () => {
  it.each([
    // Luật Hộ tịch 60/2014 điều 18(2): verified within five working days in the whole.
    ['1.000894', '2026-11-16 09:00', '2026-11-16 10:00', '2026-11-23', 'Luật Hộ tịch điều 18(2)'],
    ['1.000894', '2026-11-16 15:30', '2026-11-17 10:00', '2026-11-23', 'Luật Hộ tịch điều 18(2)'],
    // Điều 25(2): five more; 24/11 is a holiday.
    ['1.001022', '2026-11-16 09:00', '2026-11-19 16:00', '2026-11-27', 'Luật Hộ tịch điều 25(2)'],
    // Điều 28(2): three more.
    ['1.004859', '2026-11-16 09:00', '2026-11-18 09:00', '2026-11-25', 'Luật Hộ tịch điều 28(2)'],
    // NĐ 63/2024, NĐ 301/2026: five where three are usual.
    ['2.000986', '2026-11-16 09:00', '2026-11-19 09:00', '2026-11-23', 'NĐ 301/2026'],
    // NĐ 23/2015 điều 21: two more, of a same-day procedure.
    ['2.000815', '2026-11-16 09:00', '2026-11-16 11:00', '2026-11-18', 'NĐ 23/2015 điều 21'],
  ])('%s accepted %s, asked %s: until %s and no day more (%s)', (code, at, now, last) => {
    const procedure = procedureOf(code, vietnam(at));
    const dossier = accepted(procedure, at);
    const prolongation = procedure.prolongations?.[0]?.id ?? '';
    const within = ask(dossier, procedure, now, { prolongation, newDueDay: day(last) });
    expect(within).toMatchObject({ ok: true, value: [prolongedTo(day(last))] });
    const after = dayOf(dossier.acceptance?.dueAt ?? vietnam(at));
    for (const wrong of ['2026-12-01', '2026-11-22', '2026-11-24', after])
      expect(
        outcome(ask(dossier, procedure, now, { prolongation, newDueDay: day(wrong) })),
      ).toMatchObject({ code: 'prolongation-day-invalid', after, until: last });
  });

  it('is written down with the article, and no apology', () => {
    const procedure = procedureOf('1.000894', vietnam('2026-11-16 09:00'));
    const dossier = accepted(procedure, '2026-11-16 09:00');
    const asked = { newDueDay: day('2026-11-20') };
    const decided = ask(dossier, procedure, '2026-11-16 10:00', asked);
    if (!decided.ok) throw new Error(decided.refusal.code);
    const after = taking(dossier, '2026-11-16 10:00', ...decided.value);
    expect(after.extension).toBeUndefined();
    expect(after.acceptance?.dueAt).toBe(vietnam('2026-11-20 17:00'));
    expect(after.prolongations).toEqual([
      {
        prolongation: verify,
        ground: 'Luật Hộ tịch 60/2014/QH13 điều 18(2)',
        reason: 'Xác minh',
        previousDueAt: dossier.acceptance?.dueAt,
        dueAt: vietnam('2026-11-20 17:00'),
        prolongedAt: vietnam('2026-11-16 10:00'),
      },
    ]);
  });
});

const paternity = procedureOf('1.001022', vietnam('2026-11-16 09:00'));
const filed = accepted(paternity, '2026-11-16 09:00');

describe('the law’s prolongation', () => {
  it.each([
    ['on the last minute of the day itself', '2026-11-19 23:59', 'done'],
    ['the day after', '2026-11-20 08:00', { code: 'prolongation-too-late' }],
  ])('asked %s is %s', (_, now, expected) =>
    expect(outcome(ask(filed, paternity, now, { newDueDay: day('2026-11-26') }))).toEqual(expected),
  );

  it('is refused where nothing was promised, in a wrong state, and without the lease', () => {
    const asked = { newDueDay: day('2026-11-26') };
    const { dueAt: _, ...rest } = anAcceptance;
    const undated = { ...filed, acceptance: rest };
    expect(outcome(ask(undated, paternity, '2026-11-18 09:00', asked))).toEqual({
      code: 'no-deadline',
    });
    const decided: Dossier = { ...filed, status: 'decided' };
    expect(outcome(ask(decided, paternity, '2026-11-18 09:00', asked))).toMatchObject({
      code: 'step-not-allowed',
    });
    const claim = { leaseNo: 7, holder: officer.id, now: vietnam('2026-11-18 09:00') };
    const full = { prolongation: verify, reason: 'Xác minh', ...asked };
    expect(prolongTerm(filed, paternity, claim, full, book)).toMatchObject({
      refusal: { code: 'lease-stale' },
    });
  });

  it('is known by its name only, and the refusal names what there is', () => {
    const asked = { prolongation: 'khac', newDueDay: day('2026-11-26') };
    expect(outcome(ask(filed, paternity, '2026-11-18 09:00', asked))).toEqual({
      code: 'prolongation-unknown',
      prolongations: [verify],
    });
    const land = procedureOf('1.012783', vietnam('2026-11-16 09:00'));
    expect(
      outcome(ask(accepted(land, '2026-11-16 09:00'), land, '2026-11-18 09:00', asked)),
    ).toEqual({ code: 'prolongation-unknown', prolongations: [] });
  });

  it('is given once a term: papers that were asked for since begin another', () => {
    const first = ask(filed, paternity, '2026-11-18 09:00', { newDueDay: day('2026-11-23') });
    if (!first.ok) throw new Error(first.refusal.code);
    const once = taking(filed, '2026-11-18 09:00', ...first.value);
    const again = { newDueDay: day('2026-11-26') };
    expect(outcome(ask(once, paternity, '2026-11-19 09:00', again))).toEqual({
      code: 'prolongation-repeated',
    });
    const asked = vietnam('2026-11-19 10:00');
    const anew: Dossier = {
      ...once,
      supplements: [
        { ...suppliesAsked, requestedAt: asked, requestedBy: officer.id, receivedAt: asked },
      ],
    };
    expect(outcome(ask(anew, paternity, '2026-11-20 09:00', again))).toBe('done');
  });

  it('needs the calendar of the longest time, and of its own day', () => {
    const none = makeCalendarBook([]);
    const asked = { prolongation: verify, reason: '', newDueDay: day('2026-11-23') };
    const now = vietnam('2026-11-18 09:00');
    const claim = { leaseNo: 1, holder: officer.id, now };
    const missing = { refusal: { code: 'calendar-missing', year: 2026 } };
    for (const most of ['term', 'extra'] as const) {
      const law = { id: verify, name: '', ground: '', most: { workingDays: 5, of: most } };
      const procedure = { ...paternity, prolongations: [law] };
      expect(prolongTerm(leasedAt(filed, now), procedure, claim, asked, none)).toMatchObject(
        missing,
      );
    }
    const agreed = { id: verify, name: '', ground: '', byAgreement: true } as const;
    const procedure = { ...paternity, prolongations: [agreed] };
    const inWriting = { ...asked, agreement: 'Số 1' };
    expect(prolongTerm(leasedAt(filed, now), procedure, claim, inWriting, none)).toMatchObject(
      missing,
    );
  });
});

/** NĐ 23/2015 điều 21: two more, or longer as agreed in writing; điều 37: as agreed in writing. */
describe('a written agreement', () => {
  const copies = procedureOf('2.000815', vietnam('2026-11-16 09:00'));
  const contract = procedureOf('2.001035', vietnam('2026-11-16 09:00'));
  const agreement = 'Số 12 ngày 16/11/2026';
  const now = '2026-11-16 10:00';
  const copied = accepted(copies, '2026-11-16 09:00');
  const contracted = accepted(contract, '2026-11-16 09:00');

  it('goes beyond what the law gives, and may be made again', () => {
    const asked = { prolongation: 'nhieu-giay-to', newDueDay: day('2026-12-04') };
    const first = ask(copied, copies, now, { ...asked, agreement });
    expect(first).toMatchObject({ ok: true, value: [{ agreement }] });
    if (!first.ok) throw new Error(first.refusal.code);
    const once = taking(copied, now, ...first.value);
    expect(once.prolongations).toMatchObject([{ agreement }]);
    const later = { prolongation: 'nhieu-giay-to', newDueDay: day('2026-12-07') };
    expect(outcome(ask(once, copies, now, { ...later, agreement }))).toBe('done');
    expect(outcome(ask(once, copies, now, later))).toEqual({ code: 'prolongation-repeated' });
    expect(outcome(ask(copied, copies, now, { ...asked, agreement, newDueDay: day('2026-12-05') })))
      // Nobody has named a last day.
      .toEqual({ code: 'prolongation-day-invalid', after: '2026-11-16' });
  });

  it('is needed where the law gives nothing else, and refused where it foresees none', () => {
    const asked = { prolongation: 'thoa-thuan', newDueDay: day('2026-12-04') };
    expect(outcome(ask(contracted, contract, now, asked))).toEqual({
      code: 'prolongation-unagreed',
    });
    expect(outcome(ask(contracted, contract, now, { ...asked, agreement }))).toBe('done');
    expect(
      outcome(ask(filed, paternity, now, { newDueDay: day('2026-11-23'), agreement })),
    ).toEqual({ code: 'prolongation-not-by-agreement' });
  });
});

describe('the date of a prolonged dossier', () => {
  const given = ask(filed, paternity, '2026-11-18 09:00', { newDueDay: day('2026-11-26') });
  if (!given.ok) throw new Error(given.refusal.code);
  const prolonged = taking(filed, '2026-11-18 09:00', ...given.value);

  it('is explained by the article', () => {
    const due = appointmentOf(prolonged, paternity, book);
    if (!due.ok) throw new Error(due.refusal.code);
    expect(due.value.dueAt).toBe(vietnam('2026-11-26 17:00'));
    const [vi, last] = due.value.explanation.slice(-2).map((step) => explain(step, 'vi'));
    expect(vi).toBe('Kéo dài theo Luật Hộ tịch 60/2014/QH13 điều 25(2): đến 17:00 26/11/2026');
    expect(last).toContain('26/11/2026');
    const [en] = due.value.explanation.slice(-2).map((step) => explain(step, 'en'));
    expect(en).toContain('Prolonged by Luật Hộ tịch');
  });

  it('is not counted anew by a changed calendar, and moves by the days of a wait', () => {
    expect(movedAppointment(prolonged, paternity, book)).toEqual({ ok: true, value: undefined });
    const wait = { from: vietnam('2026-11-19 09:00'), to: vietnam('2026-11-23 09:00') };
    const terms = termsAfterWait(prolonged, paternity, book, wait);
    expect(terms.ok && terms.value.dueAt && formatInstant(terms.value.dueAt)).toBe(
      '17:00 30/11/2026',
    );
  });

  it.each([
    ['within the first date', '2026-11-19 10:00', '2026-11-19 15:00', '17:00 25/11/2026'],
    // On the 23rd the first date had passed, and the one in force had not.
    ['within the prolonged one', '2026-11-23 10:00', '2026-11-25 10:00', '17:00 30/11/2026'],
  ])('is the usual one again once papers were asked for %s and came', (_, from, to, expected) => {
    const anew: Dossier = {
      ...prolonged,
      supplements: [
        {
          ...suppliesAsked,
          requestedAt: vietnam(from),
          requestedBy: officer.id,
          receivedAt: vietnam(to),
        },
      ],
    };
    const due = appointmentOf(anew, paternity, book);
    expect(due.ok && due.value.dueAt && formatInstant(due.value.dueAt)).toBe(expected);
  });

  it('is none while papers are asked for, or where none was promised', () => {
    const open: Dossier = {
      ...prolonged,
      payments: [
        {
          number: 1,
          askedIn: 'in-progress',
          kind: 'fee',
          amountVnd: 1,
          reason: '',
          payBy: day('2026-12-23'),
          ways: ['counter'],
          requestedAt: vietnam('2026-11-18 10:00'),
          requestedBy: officer.id,
        },
      ],
    } as Dossier;
    const due = appointmentOf(open, paternity, book);
    expect(due.ok && due.value.dueAt).toBeUndefined();
    const { dueAt: _, ...rest } = anAcceptance;
    const undated = {
      ...prolonged,
      acceptance: { ...rest, acceptedAt: vietnam('2026-11-16 09:00') },
    };
    const counted = appointmentOf(undated, paternity, book);
    expect(counted.ok && counted.value.explanation.at(-2)?.code).not.toBe('prolonged');
  });
});
