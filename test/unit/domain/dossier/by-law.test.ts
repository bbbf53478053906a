import { describe, expect, it } from 'vitest';
import { isBoundaryFree, type PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate, explain, limitText } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { appointmentOf, movedByReceipt } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { awaited, consult } from '#domain/dossier/steps/assign.ts';
import { answerDayOfLaw, requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { days, type Instant, plus } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  anAcceptance,
  aProcedure,
  aSupplement,
  dossierId,
  monday9,
  officer,
} from '#test/support/dossiers.ts';
import { planned } from '#test/support/joint-work.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const claim = { leaseNo: 1, holder: officer.id, now: monday9 };

const elsewhere = (change: Partial<Dossier['acceptance'] & object> = {}): Dossier => ({
  ...aDossier('acknowledged'),
  acceptance: { ...anAcceptance, startsOn: 'receipt', ...change },
});

describe('a term that begins with the receipt (NĐ 118/2025 điều 17(3), NĐ 309/2026)', () => {
  const textOf = (dossier: Dossier) => {
    const due = appointmentOf(dossier, aProcedure, book);
    return due.ok ? due.value.explanation : [];
  };

  it.each([
    ['is supposed until then', elsewhere(), ['awaits-receipt', 'there']],
    ['is counted from then', elsewhere({ receivedAt: monday9 }), ['began-with-receipt', 'there']],
    ['is none at the own counter', aDossier('acknowledged'), ['starts']],
  ])('%s, and says so in both languages', (_, dossier, codes) => {
    const steps = textOf(dossier);
    expect(steps.slice(0, codes.length).map(({ code }) => code)).toEqual(codes);
    for (const step of steps) expect(explain(step, 'vi')).not.toBe(explain(step, 'en'));
  });

  it('moves the date when it comes later than was supposed, once', () => {
    const later = plus(monday9, days(7));
    expect(movedByReceipt(elsewhere(), aProcedure, book, later)).toMatchObject({
      value: { previousDueAt: anAcceptance.dueAt },
    });
    const known = elsewhere({ receivedAt: monday9 });
    expect(movedByReceipt(known, aProcedure, book, later)).toEqual({ ok: true, value: undefined });
    expect(movedByReceipt(aDossier('acknowledged'), aProcedure, book, later)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('is the first one: what is acknowledged again moves nothing', () => {
    const acknowledge = (dossier: Dossier, now: Instant): Dossier =>
      record(
        dossier,
        dossierId,
        [
          {
            type: 'dossier-acknowledged',
            leaseNo: 1,
            manifestHash: anAcceptance.manifestHash,
          },
        ],
        { actor: { kind: 'system', id: 'test' }, now },
      ).after;
    const first = acknowledge(elsewhere(), monday9);
    expect(first.acceptance?.receivedAt).toBe(monday9);
    const again = acknowledge(first, plus(monday9, days(2)));
    expect(again.acceptance?.receivedAt).toBe(monday9);
    const counted = acknowledge(aDossier('acknowledged'), monday9);
    expect(counted.acceptance?.receivedAt).toBeUndefined();
  });

  const office: PostOffice = {
    id: 'bd-x',
    name: 'x',
    postcode: '95000',
    postcodeIsPlaceholder: true,
    address: 'x',
    commune: 'ct-p-vi-thanh',
    agencyOfOneStop: 'ct-p-vi-thanh',
    intakeModes: ['onestop'],
    boundaryFree: { otherCommunes: true, agencies: ['ct-tp'], source: 'x' },
    effective: { from: '2025-07-01' as VietnamDay },
  };
  const { boundaryFree: _, ...plain } = office;
  it.each([
    ['its own commune', office, { id: 'ct-p-vi-thanh', level: 'commune' }, false],
    ['another commune', office, { id: 'ct-x-hoa-an', level: 'commune' }, true],
    ['a named Sở', office, { id: 'ct-tp', level: 'province' }, true],
    ['a Sở that is not', office, { id: 'ct-xd', level: 'province' }, false],
    ['an office without', plain, { id: 'ct-x-hoa-an', level: 'commune' }, false],
  ] as const)('holds for %s: %s', (...[, at, agency, expected]) => {
    expect(isBoundaryFree(at, agency)).toBe(expected);
  });
});

describe('a term that nobody has read', () => {
  it('promises nothing, and does not say that there is none', () => {
    const rule = { unit: 'unconfirmed' } as const;
    const due = dueDate({ startedAt: monday9, rule, book });
    expect(due).toMatchObject({ value: { calendarVersions: [] } });
    expect(due.ok && due.value.explanation.map(({ code }) => code)).toEqual([
      'starts',
      'limit-unconfirmed',
    ]);
    expect(limitText(rule)).toBeUndefined();
    expect(explain({ code: 'limit-unconfirmed' }, 'vi')).toContain('chưa được xác nhận');
  });
});

describe('what the law makes of waiting (NĐ 217/2026 điều 54)', () => {
  const permit: Procedure = {
    ...aProcedure,
    answerWithin: { workingDays: 2, source: 'NĐ 217/2026 điều 54' },
    silenceIsConsent: { workingDays: 2, source: 'NĐ 217/2026 điều 54' },
  };

  it('lets the citizen answer until one day', () => {
    expect(answerDayOfLaw(permit, book, monday9)).toMatchObject({
      value: { answerBy: '2026-11-25', ground: 'NĐ 217/2026 điều 54' },
    });
    expect(answerDayOfLaw(aProcedure, book, monday9)).toEqual({ ok: true, value: undefined });
    expect(answerDayOfLaw(permit, makeCalendarBook([]), monday9).ok).toBe(false);
  });

  it('gives asked agencies the days of the law, whatever was asked', () => {
    const asked = { agency: 'ct-tp', task: 'Ý kiến', limit: aProcedure.timeRule };
    const limitBy = (procedure: Procedure) => {
      const facts = consult(aDossier('acknowledged'), claim, { procedure, book }, asked);
      return facts.ok && facts.value[0];
    };
    expect(limitBy(permit)).toMatchObject({ limit: { unit: 'working-days', amount: 2 } });
    expect(limitBy(aProcedure)).toMatchObject({ limit: asked.limit });
  });

  it('takes a silent leg for settled once its days have passed, where the law says so', () => {
    const legs = planned('parallel');
    const due = Math.max(...legs.assignments.map(({ dueAt = 0 }) => dueAt));
    const late = plus(due as Instant, days(1));
    expect(awaited(legs, true, late)).toMatchObject({ refusal: { code: 'legs-open' } });
    expect(awaited(legs, true, monday9, true)).toMatchObject({ refusal: { code: 'legs-open' } });
    expect(awaited(legs, true, late, true)).toBeUndefined();
  });
});

describe('a paper that a data base holds (NĐ 309/2026 điều 2(2a))', () => {
  it('may not be asked for', () => {
    const [first, ...rest] = aProcedure.components;
    if (!first) throw new Error('no component');
    const item = { id: first.id, copyKind: 'original', count: 1, reason: 'x' } as const;
    const procedure = { ...aProcedure, components: [{ ...first, dataBase: 'CSDL' }, ...rest] };
    const asked = { ...aSupplement, items: [item], answerBy: dayOf(plus(monday9, days(9))) };
    expect(requestSupplement(aDossier('acknowledged'), procedure, claim, asked, book)).toEqual({
      ok: false,
      refusal: { code: 'paper-in-data-base', component: first.id, dataBase: 'CSDL' },
    });
  });
});
