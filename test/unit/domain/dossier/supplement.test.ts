import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { acknowledge, decide } from '#domain/dossier/steps/decide.ts';
import { grantLease } from '#domain/dossier/steps/lease.ts';
import { requestScan } from '#domain/dossier/steps/scans.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { receiveSupplement, requestSupplement } from '#domain/dossier/steps/supplement.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  aProcedure,
  aScan,
  aSupplement,
  monday9,
  officer,
  paperScan,
  resultScan,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);

const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
const newScan = '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as ScanId;
const terms = {
  office: 'bd-vi-thanh',
  manifestHash: 'd'.repeat(64),
  calendarVersions: ['2026-1'],
};

const apply = (dossier: Dossier, decision: Decision, now: Instant = monday9): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossier.id, decision.value, { actor: officer, now }).after;
};
const and = (dossier: Dossier, ...facts: DossierFact[]): Dossier =>
  record(dossier, dossier.id, facts, { actor: officer, now: plus(monday9, minutes(5)) }).after;

const asked = () =>
  apply(
    aDossier('leased'),
    requestSupplement(aDossier('leased'), aProcedure, claim, aSupplement, book),
  );
const brought = () =>
  and(
    asked(),
    { type: 'scan-requested', scan: aScan({ id: newScan, component: 'ban-ve' }) },
    { type: 'scan-verified', scanId: newScan, pages: 1, findings: [] },
  );

describe('a department asks for papers', () => {
  it('once and completely: the list stands, the lease ends, the citizen has the dossier', () => {
    expect(asked()).toMatchObject({
      status: 'supplement-requested',
      department: { inbox: 'with-citizen', leaseNo: 1 },
      supplements: [{ items: aSupplement.items, answerBy: '2026-12-23' }],
    });
    expect(asked().department).not.toHaveProperty('lease');
  });

  it('for components of the published procedure only (QĐ 45/2016 art. 16(5))', () => {
    const items = [{ id: 'ho-khau', copyKind: 'photocopy' as const, count: 1, reason: 'x' }];
    const decision = requestSupplement(
      aDossier('leased'),
      aProcedure,
      claim,
      {
        ...aSupplement,
        items,
      },
      book,
    );
    expect(decision).toEqual({
      ok: false,
      refusal: { code: 'component-unknown', component: 'ho-khau' },
    });
  });

  it.each(['2026-11-23', '2020-01-01', '2027-06-01'])('not until %s', (day) => {
    const answerBy = day as VietnamDay;
    const decision = requestSupplement(
      aDossier('leased'),
      aProcedure,
      claim,
      {
        ...aSupplement,
        answerBy,
      },
      book,
    );
    expect(decision).toEqual({ ok: false, refusal: { code: 'answer-day-invalid' } });
  });

  it('a second time only knowing that it counts as overdue (QĐ 766/QĐ-TTg)', () => {
    const back = apply(brought(), receiveSupplement(brought(), terms, monday9));
    const again = apply(back, grantLease(back, officer.id, minutes(10), monday9));
    const second = { ...claim, leaseNo: 2 };
    expect(requestSupplement(again, aProcedure, second, aSupplement, book)).toEqual({
      ok: false,
      refusal: { code: 'supplement-repeated', earlier: 1 },
    });
    const meant = { ...aSupplement, confirmsRepeat: true };
    expect(requestSupplement(again, aProcedure, second, meant, book).ok).toBe(true);
  });

  it('and decides nothing meanwhile', () => {
    const decision = decide(asked(), aProcedure, claim, { outcome: 'approved', resultScan });
    expect(decision).toMatchObject({ refusal: { code: 'step-not-allowed' } });
  });
});

describe('a citizen brings what was asked for', () => {
  it('the counter scans these components and no others', () => {
    expect(requestScan(asked(), aScan({ component: 'ban-ve' }), monday9).ok).toBe(true);
    expect(requestScan(asked(), aScan({ component: 'don-de-nghi' }), monday9)).toMatchObject({
      refusal: { code: 'component-unknown' },
    });
  });

  it('everything must be there and verified', () => {
    expect(receiveSupplement(asked(), terms, monday9)).toEqual({
      ok: false,
      refusal: { code: 'component-unscanned', components: ['ban-ve'] },
    });
    const open = and(asked(), {
      type: 'scan-requested',
      scan: aScan({ id: newScan, component: 'ban-ve' }),
    });
    expect(receiveSupplement(open, terms, monday9)).toMatchObject({
      refusal: { code: 'scan-unverified' },
    });
  });

  it('a scan from before the request is no answer to it', () => {
    const later = { ...claim, now: plus(monday9, minutes(5)) };
    const items = [{ id: 'don-de-nghi', copyKind: 'original' as const, count: 1, reason: 'mờ' }];
    const leasedDossier = aDossier('leased');
    const blurred = apply(
      leasedDossier,
      requestSupplement(leasedDossier, aProcedure, later, { ...aSupplement, items }, book),
    );
    expect(receiveSupplement(blurred, terms, monday9)).toMatchObject({
      refusal: { code: 'component-unscanned', components: ['don-de-nghi'] },
    });
  });

  it('the dossier lies in the inbox again, to be acknowledged anew with the new manifest', () => {
    const back = apply(brought(), receiveSupplement(brought(), terms, monday9));
    expect(back).toMatchObject({
      status: 'accepted',
      department: { inbox: 'waiting' },
      acceptance: { manifestHash: terms.manifestHash },
      components: [{ id: 'don-de-nghi' }, { id: 'ban-ve', copyKind: 'certified', count: 1 }],
    });
    expect(back.scans.map(({ id }) => id)).toEqual([paperScan, newScan]);
    const leased = apply(back, grantLease(back, officer.id, minutes(10), monday9));
    const stale = acknowledge(leased, { ...claim, leaseNo: 2 }, 'b'.repeat(64));
    expect(stale).toMatchObject({ refusal: { code: 'manifest-mismatch' } });
  });
});

describe('the term after supplements across Tết 2026', () => {
  const calendars = province.calendars;
  const moment = (day: string, hour: number) => at(day as VietnamDay, hour * 60);
  const pauses = [
    { from: moment('2026-02-05', 9), to: moment('2026-02-06', 9) },
    { from: moment('2026-02-09', 9), to: moment('2026-02-10', 9) },
    { from: moment('2026-02-11', 9), to: moment('2026-02-12', 9) },
    { from: moment('2026-02-13', 9), to: moment('2026-02-23', 15) },
  ];
  const dueWith = (extra: Readonly<Record<string, string>>) => {
    const book = makeCalendarBook(
      calendars.map((calendar) => ({ ...calendar, holidays: { ...calendar.holidays, ...extra } })),
    );
    const startedAt = moment('2026-02-03', 9);
    const due = dueDate({ startedAt, rule: aProcedure.timeRule, pauses, book });
    return due.ok && due.value.dueAt !== undefined ? formatInstant(due.value.dueAt) : 'none';
  };

  it('is counted anew from the last receipt (NĐ 61/2018 art. 19(4)), four requests or one', () => {
    expect(dueWith({})).toBe('17:00 02/03/2026');
  });

  it('moves when a holiday is added late', () => {
    expect(dueWith({ '2026-02-26': 'nghỉ bù' })).toBe('17:00 03/03/2026');
  });
});
