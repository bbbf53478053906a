import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Joint, Procedure } from '#domain/catalogue/procedure.ts';
import { controlRows } from '#domain/dossier/control-sheet.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { withoutOpenTasks } from '#domain/dossier/evolve-assignments.ts';
import { answerAssignment } from '#domain/dossier/steps/answer.ts';
import { planLegs, reassign, recall } from '#domain/dossier/steps/assign.ts';
import { type DecisionAsked, decide } from '#domain/dossier/steps/decide.ts';
import { hours, type Instant, plus } from '#domain/time/instant.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import { aDossier, anAcceptance, aProcedure, monday9, resultScan } from '#test/support/dossiers.ts';
import {
  agreed,
  and,
  answer,
  answered,
  apply,
  asked,
  claim,
  decideNow,
  dueDates,
  legs,
  moment,
  planned,
  rules,
  states,
  taken,
} from '#test/support/joint-work.ts';

describe('liên thông (NĐ 61/2018 art. 19(6))', () => {
  it('in parallel opens every leg at once, each with its own date', () => {
    expect(states(planned('parallel'))).toEqual(['open', 'open', 'open']);
    expect(dueDates(planned('parallel'))).toEqual([
      '17:00 25/11/2026',
      '17:00 27/11/2026',
      '17:00 26/11/2026',
    ]);
  });

  it('in sequence opens the next leg when the former is answered, counted from then', () => {
    expect(states(planned('sequential'))).toEqual(['open', 'planned', 'planned']);
    const next = answered(planned('sequential'), 1, moment('2026-11-26', 10));
    expect(states(next)).toEqual(['answered', 'open', 'planned']);
    expect(dueDates(next)).toEqual(['17:00 25/11/2026', '17:00 02/12/2026', '—']);
  });

  it('goes on when the lead does without a leg, planned or open', () => {
    const dropped = planned('sequential');
    const without = (id: number, from: Dossier) =>
      apply(from, recall(from, claim, rules, { id, reason: 'Không cần nữa' }));
    expect(states(without(2, dropped))).toEqual(['open', 'recalled', 'planned']);
    expect(states(without(1, without(2, dropped)))).toEqual(['recalled', 'recalled', 'open']);
  });

  it('waits for a returned leg until somebody else does it, with the limit anew (domain §10.16)', () => {
    const back = answered(planned('sequential'), 1, monday9, {
      outcome: 'returned',
      opinion: 'Không thuộc thẩm quyền',
    });
    expect(states(back)).toEqual(['returned', 'planned', 'planned']);
    const again = apply(back, reassign(back, claim, rules, { id: 1, agency: 'ct-tc' }));
    expect(states(again)).toEqual(['replaced', 'planned', 'planned', 'open']);
    expect(again.assignments.at(3)).toMatchObject({ agency: 'ct-tc', turn: 1, replaces: 1 });
    expect(states(answered(again, 4))).toEqual(['replaced', 'open', 'planned', 'answered']);
  });

  it('is planned once', () => {
    const twice = planLegs(planned('parallel'), claim, rules, { mode: 'parallel', legs });
    expect(twice).toEqual({ ok: false, refusal: { code: 'legs-planned' } });
  });

  it('may be planned anew where it lapsed with a stopped dossier that goes on after all', () => {
    const stopped = withoutOpenTasks({ ...planned('sequential'), status: 'stopped' }, monday9);
    expect(states(stopped)).toEqual(['lapsed', 'lapsed', 'lapsed']);
    const resumed: Dossier = { ...stopped, status: 'in-progress' };
    const anew = apply(resumed, planLegs(resumed, claim, rules, { mode: 'sequential', legs }));
    expect(states(anew).slice(3)).toEqual(['open', 'planned', 'planned']);
  });

  it('keeps the lead from deciding until every leg is settled, disagreeing ones too', () => {
    const open = answered(answered(planned('parallel'), 2), 1);
    expect(decideNow(open, { confirmsOpenConsultations: true })).toEqual({
      ok: false,
      refusal: { code: 'legs-open', assignments: [3] },
    });
    const disagreed = answered(open, 3, monday9, { outcome: 'disagreed', opinion: 'Lấn di tích' });
    expect(decideNow(disagreed).ok).toBe(true);
  });

  it('ends in the same state, whatever the order of the answers', () => {
    const orders = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });
    const inOrder = (order: readonly number[]) =>
      order.reduce((dossier, id) => answered(dossier, id), planned('parallel'));
    fc.assert(
      fc.property(orders, (order) => {
        const { version: _, ...state } = inOrder(order);
        const { version: __, ...same } = inOrder([1, 2, 3]);
        expect(state).toEqual(same);
        expect(decideNow(inOrder(order)).ok).toBe(true);
      }),
    );
  });

  const tries = {
    answer: (dossier: Dossier, id: number) =>
      answer(states(dossier)[id - 1] === 'open' ? taken(dossier, id) : dossier, id, monday9),
    recall: (dossier: Dossier, id: number) => recall(dossier, claim, rules, { id, reason: 'x' }),
  };
  const isOver = (state: string) => state === 'answered' || state === 'recalled';

  it('in sequence never opens a leg before its turn, whatever is tried', () => {
    const attempt = fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      how: fc.constantFrom('answer' as const, 'recall' as const),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
        let dossier = planned('sequential');
        for (const { id, how } of attempts) {
          const decision = tries[how](dossier, id);
          if (decision.ok) dossier = apply(dossier, decision);
          // What is over comes first, then one open leg, then those that wait.
          const rest = states(dossier).filter((state) => !isOver(state));
          expect('open planned planned').toContain(rest.join(' '));
          expect(rest[0] ?? 'open').toBe('open');
        }
      }),
    );
  });
});

describe('a procedure whose legs the province lays down', () => {
  const plan: Joint = {
    mode: 'parallel',
    legs: [{ agency: 'ct-xd', task: 'Xem quy hoạch', limit: aProcedure.timeRule }],
    certaintyNote: 'test',
    sources: ['test'],
  };
  const joint = { ...aProcedure, joint: plan };
  const decided = (dossier: Dossier, change: Partial<DecisionAsked> = {}) => {
    const decision = decide(dossier, joint, claim, { outcome: 'approved', resultScan, ...change });
    return decision.ok ? 'done' : decision.refusal.code;
  };
  const legsPlanned = () => {
    const dossier = aDossier('result-ready');
    return apply(dossier, planLegs(dossier, claim, rules, plan));
  };

  it.each<[string, () => Dossier, Partial<DecisionAsked>, string]>([
    ['without its legs', () => aDossier('result-ready'), {}, 'legs-unplanned'],
    ['while a leg is open', legsPlanned, {}, 'legs-open'],
    ['once the leg has answered', () => answered(legsPlanned(), 1), {}, 'done'],
    [
      'once the lead does without it, with its reason',
      () => {
        const dossier = legsPlanned();
        const recalled = recall(dossier, claim, rules, { id: 1, reason: 'Không thuộc phạm vi' });
        return apply(dossier, recalled);
      },
      {},
      'done',
    ],
  ])('is not granted %s: %s', (_, dossier, change, expected) => {
    expect(decided(dossier(), change)).toBe(expected);
  });

  it('may be refused before anybody else was troubled with it', () => {
    const refusal = { outcome: 'refused', reason: 'Không đủ điều kiện' } as const;
    expect(decided(aDossier('result-ready'), refusal)).toBe('done');
  });
});

describe('a consultation (NĐ 61/2018 art. 19(5))', () => {
  it.each([
    ['within its term: only knowing it', moment('2026-11-25', 17), {}, 'consultations-open'],
    ['within its term, confirmed', monday9, { confirmsOpenConsultations: true }, undefined],
    ['after its term: the silent agency answers for it', moment('2026-11-26', 8), {}, undefined],
  ])('lets the lead decide %s', (_, now, change, code) => {
    const waiting = and(asked(), {
      type: 'lease-extended',
      leaseNo: 1,
      until: moment('2026-11-30', 8),
    });
    const decision = decideNow(waiting, change, now);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
    if (decision.ok) expect(states(apply(waiting, decision, now))).toEqual(['lapsed']);
  });

  it('leaves the dossier’s own limit running', () => {
    const later = answered(asked(), 1, moment('2026-11-26', 10));
    expect(later.acceptance?.dueAt).toBe(anAcceptance.dueAt);
  });

  it('is left out of the limit where sector law stops it, and never brings a date forward', () => {
    const procedure: Procedure = { ...aProcedure, consultationStopsClock: true };
    const stopping = { procedure, book: rules.book };
    // 5 working days from Monday 23/11: 30/11. Waited Tuesday to Thursday.
    const promised = (dueAt: Instant) => {
      const from = asked(procedure);
      const held = taken(
        { ...from, acceptance: { ...anAcceptance, dueAt } },
        1,
        moment('2026-11-26', 10),
      );
      const own = { leaseNo: 1, holder: 'ct-xd', now: moment('2026-11-26', 10) };
      const decision = answerAssignment(held, { id: 1, agency: 'ct-xd' }, own, stopping, agreed);
      return formatInstant(apply(held, decision, own.now).acceptance?.dueAt ?? (0 as Instant));
    };
    expect(promised(moment('2026-11-30', 17))).toBe('17:00 03/12/2026');
    expect(promised(moment('2026-12-10', 17))).toBe('17:00 10/12/2026');
  });
});

describe('the control sheet (Mẫu 05 of TT 01/2018/TT-VPCP)', () => {
  it('says of each agency when it received, when it ended, and whether it was late', () => {
    const first = answered(planned('parallel'), 1, moment('2026-11-24', 9));
    const second = answered(first, 3, moment('2026-11-26', 16));
    const rows = controlRows(second, moment('2026-11-30', 9));
    expect(
      rows.map(({ from, to, state, timeliness }) => [from, to, state, timeliness ?? '—']),
    ).toEqual([
      ['bd-vi-thanh', 'ct-nnmt', 'lead', '—'],
      ['ct-nnmt', 'ct-xd', 'answered', 'early'],
      ['ct-nnmt', 'ct-ct', 'open', 'late'],
      ['ct-nnmt', 'ct-vhttdl', 'answered', 'on-time'],
    ]);
    expect(rows[1]?.receivedAt).toBe(moment('2026-11-24', 9));
    expect(rows[2]).not.toHaveProperty('endedAt');
  });

  it('has no row for what is only planned', () => {
    const rows = controlRows(planned('sequential'), monday9);
    expect(rows.map(({ assignment }) => assignment)).toEqual([undefined, 1]);
  });

  it.each([
    ['after its term: late', moment('2026-11-26', 8), 'late'],
    ['within its term: neither early nor late', moment('2026-11-24', 8), undefined],
  ])('says of an agency that was silent when the lead decided %s', (_, now, timeliness) => {
    const waiting = and(asked(), {
      type: 'lease-extended',
      leaseNo: 1,
      until: plus(now, hours(1)),
    });
    const change = { confirmsOpenConsultations: true };
    const decided = apply(waiting, decideNow(waiting, change, now), now);
    const [, row] = controlRows(decided, moment('2026-12-30', 9));
    expect(row).toMatchObject({ state: 'lapsed', endedAt: now });
    expect(row?.timeliness).toBe(timeliness);
  });
});
