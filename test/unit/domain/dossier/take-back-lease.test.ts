import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { grantLease, unfit, unfitFor } from '#domain/dossier/steps/lease.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { takeBackAssignment, takeBackLease } from '#domain/dossier/steps/take-back-lease.ts';
import { hours, minutes, plus } from '#domain/time/instant.ts';
import { aDossier, monday9, officer } from '#test/support/dossiers.ts';

const leader: Staff = { ...officer, id: 'phuc', role: 'leader' };
const asked = { leaseNo: 1, reason: 'Nghỉ phép', by: leader, now: monday9 };
const codeOf = (decision: Decision): string => (decision.ok ? 'done' : decision.refusal.code);
const advanced = (dossier: ReturnType<typeof aDossier>, decision: Decision) => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return record(dossier, dossier.id, decision.value, { actor: leader, now: monday9 }).after;
};

describe('a lease that a leader takes back', () => {
  it('fences off who held it, and anybody may take the dossier up', () => {
    const dossier = aDossier('acknowledged');
    const free = advanced(dossier, takeBackLease(dossier, asked));
    expect(free.department).toMatchObject({ leaseNo: 2, inbox: 'working' });
    expect(free.department?.lease).toBeUndefined();
    const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
    expect(unfit(free, claim)?.refusal.code).toBe('lease-stale');
    expect(codeOf(grantLease(free, 'minh', hours(1), monday9))).toBe('done');
  });

  it('is the one that was seen, is held, and has not run out by itself', () => {
    const dossier = aDossier('acknowledged');
    expect(codeOf(takeBackLease(dossier, { ...asked, leaseNo: 9 }))).toBe('lease-stale');
    const later = { ...asked, now: plus(monday9, minutes(30)) };
    expect(codeOf(takeBackLease(dossier, later))).toBe('lease-expired');
    const free = advanced(dossier, takeBackLease(dossier, asked));
    expect(codeOf(takeBackLease(free, { ...asked, leaseNo: 2 }))).toBe('lease-not-held');
    expect(codeOf(takeBackLease(aDossier('registered'), asked))).toBe('step-not-allowed');
    const { department: _, ...nowhere } = dossier;
    expect(codeOf(takeBackLease(nowhere, asked))).toBe('lease-not-held');
  });
});

describe('a task of another agency', () => {
  const task = { id: 1, agency: 'ct-xd', leaseNo: 0, purpose: 'consultation', task: 'Ý kiến' };
  const opened: readonly DossierFact[] = [
    { type: 'assignment-opened', id: 1, agency: 'ct-xd', calendarVersions: [] },
    {
      type: 'assignment-taken',
      id: 1,
      agency: 'ct-xd',
      leaseNo: 1,
      holder: 'khanh',
      until: plus(monday9, hours(8)),
    },
  ];
  const dossier = () => {
    const before = aDossier('acknowledged');
    const planned = { ...before, assignments: [{ ...task, limit: { unit: 'none' } } as never] };
    return record(planned, before.id, opened, { actor: leader, now: monday9 }).after;
  };
  const own = { id: 1, agency: 'ct-xd' };

  it('is taken back by the leader of the agency that was asked', () => {
    const before = dossier();
    const free = advanced(before, takeBackAssignment(before, own, asked)).assignments[0];
    expect(free).toMatchObject({ leaseNo: 2 });
    expect(free?.lease).toBeUndefined();
    const claim = { leaseNo: 1, holder: 'khanh', now: monday9 };
    expect(free && unfitFor(free, claim)?.refusal.code).toBe('lease-stale');
  });

  it('is not taken back under another lease, nor by another agency', () => {
    expect(codeOf(takeBackAssignment(dossier(), own, { ...asked, leaseNo: 5 }))).toBe(
      'lease-stale',
    );
    const others = { id: 1, agency: 'ct-tp' };
    expect(codeOf(takeBackAssignment(dossier(), others, asked))).toBe('assignment-of-another');
  });
});
