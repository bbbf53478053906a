import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { appointmentOf } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { approveDecision, returnProposal } from '#domain/dossier/steps/approve.ts';
import { decide } from '#domain/dossier/steps/decide.ts';
import {
  expireSupplement,
  refuseReception,
  requestWithdrawal,
  resumeDossier,
  stopDossier,
} from '#domain/dossier/steps/end.ts';
import { type ExtensionAsked, extendDeadline } from '#domain/dossier/steps/extend.ts';
import { grantLease, reachDepartment } from '#domain/dossier/steps/lease.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { joinOffice, requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { moveToSuccessor, transferDossier } from '#domain/dossier/steps/transfer.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  aDossier,
  anAcceptance,
  aProcedure,
  aSupplement,
  dossierId,
  historyUntil,
  monday9,
  officer,
  resultScan,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const noYears = makeCalendarBook([]);
const moment = (day: string, hour = 9): Instant => at(day as VietnamDay, hour * 60);
const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
const leader: Staff = { kind: 'staff', id: 'phuc', role: 'leader', agency: 'ct-nnmt' };
const system = { kind: 'system', id: 'test' } as const;

const apply = (dossier: Dossier, decision: Decision, now = monday9): Dossier => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossierId, decision.value, { actor: system, now }).after;
};
const code = (decision: Decision): string => (decision.ok ? 'done' : decision.refusal.code);

const to = (agency: string) => ({
  to: agency,
  reason: 'Sai',
  transferBy: moment('2026-11-23', 17),
});

/** Acknowledged, and due on Monday 2026-11-30 at 17:00. */
const working = (): Dossier => {
  const dossier = aDossier('acknowledged');
  return { ...dossier, acceptance: { ...anAcceptance, dueAt: moment('2026-11-30', 17) } };
};

describe('an apology with a new date (NĐ 61/2018 art. 19(9))', () => {
  const asked: ExtensionAsked = { reason: 'Chờ xác minh', newDueDay: '2026-12-03' as VietnamDay };
  const extend = (dossier: Dossier, now: Instant, change: Partial<ExtensionAsked> = {}) =>
    extendDeadline(dossier, { ...claim, now }, { ...asked, ...change }, book);
  const held = (dossier: Dossier, now: Instant): Dossier => ({
    ...dossier,
    ...(dossier.department && {
      department: {
        ...dossier.department,
        lease: { holder: officer.id, until: (now + minutes(10)) as Instant },
      },
    }),
  });
  const on = (day: string, change: Partial<ExtensionAsked> = {}) =>
    extend(held(working(), moment(day)), moment(day), change);

  it.each<[string, string, Partial<ExtensionAsked>, string]>([
    ['a day before', '2026-11-29', {}, 'done'],
    ['on the day itself', '2026-11-30', {}, 'extension-too-late'],
    ['after it', '2026-12-01', {}, 'extension-too-late'],
    [
      'to the same day',
      '2026-11-27',
      { newDueDay: '2026-11-30' as VietnamDay },
      'extension-day-invalid',
    ],
    [
      'to a Saturday',
      '2026-11-27',
      { newDueDay: '2026-12-05' as VietnamDay },
      'extension-day-invalid',
    ],
    // No cap of ours: the law sets none.
    ['months later', '2026-11-27', { newDueDay: '2027-01-29' as VietnamDay }, 'done'],
  ])('%s, on %s with %j is %s', (_, day, change, expected) => {
    expect(code(on(day, change))).toBe(expected);
  });

  it('is given once; again only with a leader’s reason', () => {
    const now = moment('2026-11-27');
    const extended = apply(held(working(), now), on('2026-11-27'), now);
    expect(dayOf(extended.acceptance?.dueAt ?? now)).toBe('2026-12-03');
    const later = { newDueDay: '2026-12-08' as VietnamDay };
    expect(code(extend(extended, now, later))).toBe('extension-repeated');
    expect(code(extend(extended, now, { ...later, override: 'Bất khả kháng' }))).toBe('done');
  });

  it('needs a date to begin with', () => {
    const { dueAt: _, ...rest } = anAcceptance;
    expect(code(extend({ ...working(), acceptance: rest }, monday9))).toBe('no-deadline');
  });
});

describe('a stop (TT 03/2025 form 05)', () => {
  it('leaves its own time out of the term, and never starts it anew', () => {
    const stoppedAt = moment('2026-11-25');
    const stopped = apply(working(), stopDossier(working(), claim, 'Tranh chấp'), stoppedAt);
    expect(stopped).toMatchObject({ status: 'stopped', department: { inbox: 'stopped' } });
    const resumedAt = moment('2026-12-02');
    const due = appointmentOf(stopped, aProcedure, book, resumedAt);
    // 24 and 25 November counted; three days are left after 2 December.
    expect(due.ok && dayOf(due.value.dueAt ?? resumedAt)).toBe('2026-12-07');
    const resumed = apply(stopped, resumeDossier(stopped, { calendarVersions: [] }), resumedAt);
    expect(resumed).toMatchObject({ status: 'in-progress', department: { inbox: 'working' } });
    expect(resumed.ending).toBeUndefined();
  });

  it('by the citizen’s own will is not resumed', () => {
    const withdrawn = apply(aDossier('scanned'), requestWithdrawal(aDossier('scanned'), 'x'));
    expect(withdrawn).toMatchObject({ status: 'stopped', ending: { why: 'withdrawn' } });
    expect(code(resumeDossier(withdrawn, { calendarVersions: [] }))).toBe('step-not-allowed');
  });
});

describe('a withdrawal (status 7)', () => {
  it('waits for the department that has the papers, and ends its lease', () => {
    const asked = apply(aDossier('leased'), requestWithdrawal(aDossier('leased'), 'Đổi ý'));
    expect(asked).toMatchObject({
      status: 'withdrawal-requested',
      department: { inbox: 'withdrawing' },
    });
    expect(asked.department?.lease).toBeUndefined();
  });

  it('is too late once there is a decision', () => {
    expect(code(requestWithdrawal(aDossier('decided'), 'Đổi ý'))).toBe('step-not-allowed');
  });
});

describe('papers that do not come', () => {
  const waiting = apply(
    aDossier('leased'),
    requestSupplement(aDossier('leased'), aProcedure, claim, aSupplement, book),
  );

  it.each([
    ['on the last day', '2026-12-23', 'supplement-runs'],
    ['the day after', '2026-12-24', 'done'],
  ])('%s, %s: %s', (_, day, expected) => {
    expect(code(expireSupplement(waiting, moment(day), book))).toBe(expected);
  });

  it('are waited for while no calendar says which day the last one is', () => {
    expect(code(expireSupplement(waiting, moment('2026-12-24'), noYears))).toBe('calendar-missing');
  });

  it.each([
    ['in time', '2026-11-20', undefined],
    ['late', '2026-11-16', '2026-11-19'],
    ['of days that no calendar has', '2019-12-30', undefined],
  ])('are asked for and flagged where that is late: %s', (_, day, askBy) => {
    const leased = aDossier('leased');
    const acceptance = { ...anAcceptance, acceptedAt: moment(day) };
    const asked = { ...leased, acceptance };
    const decision = requestSupplement(asked, aProcedure, claim, aSupplement, book);
    expect(decision).toMatchObject({ ok: true, value: [{ type: 'supplement-requested' }] });
    expect(apply(asked, decision).supplements.at(-1)?.askBy).toBe(askBy);
  });

  it('can be brought to another post office, which then sees the dossier and no other does', () => {
    const clerkAt = (office: string): Staff => ({
      kind: 'staff',
      id: 'x',
      role: 'clerk',
      office,
    });
    const joined = apply(waiting, joinOffice(waiting, 'bd-nga-bay'));
    expect(maySee(clerkAt('bd-nga-bay'), waiting)).toBe(false);
    expect(maySee(clerkAt('bd-nga-bay'), joined)).toBe(true);
    expect(maySee(clerkAt('bd-long-my'), joined)).toBe(false);
    expect(joinOffice(joined, 'bd-nga-bay')).toEqual({ ok: true, value: [] });
  });
});

describe('a mis-routed dossier (domain §10.16)', () => {
  const moved = apply(aDossier('leased'), transferDossier(aDossier('leased'), claim, to('ct-tp')));

  it('keeps code and date, leaves the one department and is on its way to the other', () => {
    expect(moved.acceptance).toEqual(aDossier('leased').acceptance);
    expect(moved.department).toEqual({
      agency: 'ct-tp',
      inbox: 'on-its-way',
      leaseNo: 1,
      arriveBy: moment('2026-11-23', 17),
    });
    expect(maySee(officer, moved)).toBe(false);
  });

  it('starts at the new department with the next lease number: the old fence holds', () => {
    const there = apply(moved, reachDepartment(moved, 'ct-tp'));
    const leased = apply(there, grantLease(there, 'thao', minutes(10), monday9));
    expect(leased.department?.leaseNo).toBe(2);
    const stale = decide(leased, aProcedure, claim, { outcome: 'approved', resultScan });
    expect(code(stale)).not.toBe('done');
  });

  it('is not sent to where it is', () => {
    expect(code(transferDossier(aDossier('leased'), claim, to('ct-nnmt')))).toBe('agency-unknown');
  });

  it('of an agency that has ended lands with the successor, in the citizen’s time too', () => {
    const waiting = apply(
      aDossier('leased'),
      requestSupplement(aDossier('leased'), aProcedure, claim, aSupplement, book),
    );
    const there = apply(waiting, moveToSuccessor(waiting, to('ct-moi')));
    expect(there.department).toMatchObject({ agency: 'ct-moi', inbox: 'with-citizen' });
    expect(moveToSuccessor(there, to('ct-moi'))).toEqual({ ok: true, value: [] });
  });
});

describe('two persons behind a decision', () => {
  const ready = aDossier('result-ready');
  const approval = { approval: 'leader' } as const;
  const proposed = apply(
    ready,
    decide(ready, approval, claim, { outcome: 'approved', resultScan }),
  );

  it('the officer’s is a proposal, and nobody works on it meanwhile', () => {
    expect(proposed).toMatchObject({ status: 'in-progress', department: { inbox: 'approving' } });
    expect(code(grantLease(proposed, officer.id, minutes(10), monday9))).toBe('step-not-allowed');
  });

  it('another person makes it the decision', () => {
    const self = { staff: { ...leader, id: officer.id }, now: monday9 };
    expect(code(approveDecision(proposed, self))).toBe('same-signatory');
    const decided = apply(proposed, approveDecision(proposed, { staff: leader, now: monday9 }));
    expect(decided).toMatchObject({
      status: 'decided',
      decision: { proposedBy: officer.id, decidedBy: 'phuc' },
    });
  });

  it('or sends it back to the desk', () => {
    const back = apply(
      proposed,
      returnProposal(proposed, { staff: leader, now: monday9 }, 'Xem lại'),
    );
    expect(back).toMatchObject({ status: 'in-progress', department: { inbox: 'working' } });
    expect(back.proposal).toBeUndefined();
    expect(code(approveDecision(back, { staff: leader, now: monday9 }))).toBe('proposal-missing');
  });
});

describe('a refusal of reception (form 03)', () => {
  const slip: DossierFact = {
    type: 'slip-issued',
    office: 'bd-vi-thanh',
    number: 'RG100000003VN',
    agency: 'ct-nnmt',
    issuedAt: monday9,
    handoverBy: monday9,
    manifestHash: 'b'.repeat(64),
  };
  const sent = record(historyUntil('scanned').after, dossierId, [slip], {
    actor: system,
    now: monday9,
  }).after;

  it('is the department’s, never the post’s: a clerk guides and does not judge', () => {
    const by = (staff: Staff) => code(refuseReception(sent, { staff, now: monday9 }, 'Sai mẫu'));
    expect(by(officer)).toBe('done');
    expect(by({ ...officer, agency: 'ct-tp' })).toBe('dossier-unknown');
    expect(by({ kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' })).toBe(
      'dossier-unknown',
    );
  });

  it('is not a negative result: after acceptance there is only that', () => {
    const late = refuseReception(aDossier('accepted'), { staff: officer, now: monday9 }, 'x');
    expect(code(late)).toBe('step-not-allowed');
  });
});
