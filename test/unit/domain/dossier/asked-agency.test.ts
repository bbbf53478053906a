import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { answerAssignment, takeAssignment } from '#domain/dossier/steps/answer.ts';
import { consult, planLegs, reassign, recall } from '#domain/dossier/steps/assign.ts';
import { acknowledge, decide } from '#domain/dossier/steps/decide.ts';
import { extendLease, releaseLease } from '#domain/dossier/steps/lease.ts';
import { requestScan } from '#domain/dossier/steps/scans.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { mayOpen, mayRead, maySee } from '#domain/dossier/visibility.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { hours, minutes, plus } from '#domain/time/instant.ts';
import {
  aDossier,
  anAcceptance,
  aProcedure,
  aScan,
  aSupplement,
  monday9,
  officer,
  paperScan,
  resultScan,
} from '#test/support/dossiers.ts';
import {
  agreed,
  and,
  answer,
  answered,
  apply,
  asked,
  claim,
  decideNow,
  legs,
  never,
  opinionScan,
  planned,
  rules,
  states,
  taken,
} from '#test/support/joint-work.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);

describe('an asked agency', () => {
  const other = { kind: 'staff', id: 'khanh', role: 'officer', agency: 'ct-xd' } as const;
  const stranger = { ...other, agency: 'ct-tp' };

  it('sees the case while it is asked and after its answer, until the dossier ends', () => {
    const open = asked();
    expect([mayRead(other, aDossier('result-ready')), mayRead(other, open)]).toEqual([false, true]);
    expect(maySee(other, open)).toBe(false);
    expect(mayRead(stranger, open)).toBe(false);
    const done = answered(open, 1);
    expect(mayRead(other, done)).toBe(true);
    expect(mayRead(other, apply(done, decideNow(done)))).toBe(false);
  });

  it.each([
    ['its turn has not come', () => planned('sequential'), 'ct-ct'],
    [
      'its task was recalled',
      () => apply(asked(), recall(asked(), claim, rules, { id: 1, reason: 'x' })),
      'ct-xd',
    ],
    [
      'it gave the task back',
      () => answered(asked(), 1, monday9, { outcome: 'returned', opinion: 'x' }),
      'ct-xd',
    ],
  ])('does not see it when %s', (_, dossier, agency) => {
    expect(mayRead({ ...other, agency }, dossier())).toBe(false);
  });

  it('opens papers, its own files and what earlier legs answered, never the result', () => {
    const dossier = answered(planned('sequential'), 1);
    const second = { ...other, agency: 'ct-ct' };
    const scan = (change: object) => ({
      ...aScan(),
      state: 'quarantined' as const,
      requestedAt: monday9,
      ...change,
    });
    expect(
      [
        scan({}),
        scan({ purpose: 'opinion', assignment: 1 }),
        scan({ purpose: 'opinion', assignment: 2 }),
        scan({ purpose: 'opinion', assignment: 3 }),
        scan({ purpose: 'result' }),
      ].map((each) => mayOpen(second, dossier, each)),
    ).toEqual([true, true, true, false, false]);
    expect(mayOpen(other, dossier, scan({ purpose: 'opinion', assignment: 2 }))).toBe(false);
  });

  it('holds its task alone; a colleague’s older number is fenced off (invariant 15)', () => {
    const held = taken(asked(), 1);
    const own = { id: 1, agency: 'ct-xd' };
    const by = { holder: 'colleague', span: hours(1), now: monday9 };
    expect(takeAssignment(held, own, by)).toMatchObject({ refusal: { code: 'lease-stale' } });
    const late = plus(monday9, hours(2));
    const retaken = apply(held, takeAssignment(held, own, { ...by, now: late }), late);
    const stale = { leaseNo: 1, holder: 'ct-xd', now: late };
    expect(answerAssignment(retaken, own, stale, rules, agreed)).toEqual({
      ok: false,
      refusal: { code: 'lease-stale', currentLeaseNo: 2 },
    });
  });

  it('answers once, even where the dossier waits for its citizen', () => {
    const waiting = taken(
      apply(asked(), requestSupplement(asked(), aProcedure, claim, aSupplement, book)),
      1,
    );
    const done = apply(waiting, answer(waiting, 1, monday9));
    expect(states(done)).toEqual(['answered']);
    expect(answer(done, 1, monday9)).toEqual({
      ok: false,
      refusal: { code: 'assignment-state', state: 'answered' },
    });
  });

  it('answers with a verified file of this task and no other', () => {
    const held = taken(asked(), 1);
    const announced = and(held, {
      type: 'scan-requested',
      scan: aScan({ id: opinionScan, purpose: 'opinion', assignment: 1 }),
    });
    const verified = and(announced, {
      type: 'scan-verified',
      scanId: opinionScan,
      pages: 1,
      findings: [],
    });
    const codeOf = (dossier: Dossier, scan: ScanId) => {
      const decision = answer(dossier, 1, monday9, { ...agreed, scan });
      return decision.ok ? 'ok' : decision.refusal.code;
    };
    expect(codeOf(held, paperScan)).toBe('scan-unknown');
    expect(codeOf(announced, opinionScan)).toBe('scan-unverified');
    expect(codeOf(verified, opinionScan)).toBe('ok');
  });

  /** Everything that the lead does with its lease; the asked agency holds none. */
  const leadSteps: readonly [string, (dossier: Dossier, own: typeof claim) => Decision][] = [
    ['decide', (d, own) => decide(d, aProcedure, own, { outcome: 'approved', resultScan })],
    ['acknowledge', (d, own) => acknowledge(d, own, anAcceptance.manifestHash)],
    ['ask for papers', (d, own) => requestSupplement(d, aProcedure, own, aSupplement, book)],
    ['extend the lease', (d, own) => extendLease(d, own, minutes(10))],
    ['release the lease', releaseLease],
    ['consult', (d, own) => consult(d, own, rules, { ...(legs[1] ?? never()) })],
    ['plan legs', (d, own) => planLegs(d, own, rules, { mode: 'parallel', legs })],
    ['reassign', (d, own) => reassign(d, own, rules, { id: 1, agency: 'ct-tc' })],
    ['recall', (d, own) => recall(d, own, rules, { id: 1, reason: 'x' })],
  ];

  it.each(leadSteps)('may not %s, whatever number it names', (_, step) => {
    const held = taken(asked(), 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (leaseNo) => {
        expect(step(held, { leaseNo, holder: 'ct-xd', now: monday9 }).ok).toBe(false);
      }),
    );
  });

  it('is not spoken for by the lead or by anybody else (invariant 16)', () => {
    const held = taken(asked(), 1);
    fc.assert(
      fc.property(fc.constantFrom('ct-nnmt', 'ct-tp', ''), fc.nat(3), (agency, leaseNo) => {
        const own = { id: 1, agency };
        const refused = { ok: false, refusal: { code: 'assignment-of-another' } };
        const by = { holder: officer.id, span: hours(1), now: monday9 };
        const wrong = { ...claim, leaseNo };
        expect(takeAssignment(held, own, by)).toEqual(refused);
        expect(answerAssignment(held, own, wrong, rules, agreed)).toEqual(refused);
      }),
    );
  });
});

describe('the lead', () => {
  const dossier = aDossier('result-ready');
  const task = legs[0] ?? never();

  it.each<[string, () => Decision, string]>([
    [
      'asks nobody before it works on the dossier',
      () => consult(aDossier('leased'), claim, rules, task),
      'step-not-allowed',
    ],
    [
      'asks nobody with a stale number',
      () => consult(dossier, { ...claim, leaseNo: 0 }, rules, task),
      'lease-stale',
    ],
    [
      'does not ask itself',
      () => consult(dossier, claim, rules, { ...task, agency: 'ct-nnmt' }),
      'agency-is-lead',
    ],
    [
      'recalls nothing that was not asked',
      () => recall(dossier, claim, rules, { id: 1, reason: 'x' }),
      'assignment-unknown',
    ],
    [
      'gives only a returned task to somebody else',
      () => reassign(asked(), claim, rules, { id: 1, agency: 'ct-tc' }),
      'assignment-state',
    ],
    [
      'recalls nothing that is answered',
      () => recall(answered(asked(), 1), claim, rules, { id: 1, reason: 'x' }),
      'assignment-state',
    ],
    [
      'asks for no more than a record holds',
      () => {
        const many = { mode: 'parallel', legs: Array.from({ length: 20 }, () => task) } as const;
        const full = apply(dossier, planLegs(dossier, claim, rules, many));
        return consult(full, claim, rules, task);
      },
      'too-many-assignments',
    ],
    [
      'gives no date in a year without a calendar',
      () => consult(dossier, claim, { ...rules, book: makeCalendarBook([]) }, task),
      'calendar-missing',
    ],
  ])('%s', (_, step, code) => {
    const decision = step();
    expect(decision.ok ? 'ok' : decision.refusal.code).toBe(code);
  });

  it('scans no opinion for a task that is not open', () => {
    const scan = aScan({ id: opinionScan, purpose: 'opinion', assignment: 1 });
    expect(requestScan(aDossier('decided'), scan, monday9)).toMatchObject({
      refusal: { code: 'step-not-allowed', step: 'request-opinion-scan' },
    });
  });
});
