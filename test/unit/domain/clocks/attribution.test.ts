import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, stretchesOf, workingMinutesOf } from '#domain/clocks/attribution.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { workingMinutesBetween } from '#domain/deadline/working-time.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  anAcceptance,
  aPayment,
  aSupplement,
  dossierId,
  historyUntil,
  officer,
  shipmentId,
} from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const moment = (day: string, hour: number) => at(day as VietnamDay, hour * 60);

const registered = historyUntil('registered').events[0]?.fact as DossierFact;
const accepted: DossierFact = {
  type: 'dossier-accepted',
  agency: 'ct-nnmt',
  office: 'bd-vi-thanh',
  ...anAcceptance,
};
const asked: DossierFact = {
  type: 'supplement-requested',
  leaseNo: 1,
  agency: 'ct-nnmt',
  requestedAt: anAcceptance.acceptedAt,
  requestedBy: officer.id,
  items: aSupplement.items,
  reason: '',
  answerBy: aSupplement.answerBy,
};
const brought: DossierFact = {
  type: 'supplement-received',
  manifestHash: '',
  calendarVersions: [],
};
const decided = historyUntil('decided').events.at(-1)?.fact as DossierFact;
const delivered: DossierFact = {
  type: 'result-delivered',
  shipment: shipmentId,
  deliveredAt: anAcceptance.acceptedAt,
};
const reached: DossierFact = { type: 'department-reached', agency: 'ct-nnmt' };

const life = (...steps: readonly (readonly [DossierFact, Instant])[]): readonly DossierEvent[] =>
  steps.map(([fact, effectiveAt], n) => ({
    dossierId,
    version: n + 1,
    recordedAt: effectiveAt,
    effectiveAt,
    actor: 'staff:lan',
    fact,
  }));

/** `post 1 h, department 8 h, citizen 16 h` */
const told = (events: readonly DossierEvent[], now: Instant): string => {
  const counted = workingMinutesOf(stretchesOf(events, now), book);
  if (!counted.ok) throw new Error('no calendar');
  return counted.value
    .map(({ owner, workingMinutes }) => `${owner.kind} ${workingMinutes / 60} h`)
    .join(', ');
};

const leavesNothingOut = (stretches: readonly Stretch[], start: Instant, now: Instant): void => {
  const ends = stretches.map(({ to }) => to);
  expect(stretches.map(({ from }) => from)).toEqual([start, ...ends.slice(0, -1)]);
  expect(ends.at(-1)).toBe(now);
  const counted = workingMinutesOf(stretches, book);
  if (!counted.ok) throw new Error('no calendar');
  const sum = counted.value.reduce((total, { workingMinutes }) => total + workingMinutes, 0);
  expect({ ok: true, value: sum }).toEqual(workingMinutesBetween(book, start, now));
};

describe('the three clocks', () => {
  const whole = life(
    [registered, moment('2026-11-23', 8)],
    [accepted, moment('2026-11-23', 9)],
    [reached, moment('2026-11-23', 9)],
    [asked, moment('2026-11-24', 9)],
    [brought, moment('2026-11-26', 9)],
    [decided, moment('2026-11-27', 9)],
    [delivered, moment('2026-11-30', 9)],
  );

  it.each<[string, readonly DossierEvent[], Instant, string]>([
    ['at the counter, the post’s', whole.slice(0, 1), moment('2026-11-23', 10), 'post 2 h'],
    [
      'after acceptance, the department’s',
      whole.slice(0, 3),
      moment('2026-11-23', 11),
      'post 1 h, department 2 h',
    ],
    [
      'while papers are asked for, the citizen’s',
      whole.slice(0, 4),
      moment('2026-11-25', 9),
      'post 1 h, department 8 h, citizen 8 h',
    ],
    [
      'from the decision to the citizen’s door the post’s, and then nobody’s',
      whole,
      moment('2026-12-31', 9),
      'post 1 h, department 8 h, citizen 16 h, department 8 h, post 8 h',
    ],
  ])('%s', (_, events, now, expected) => {
    expect(told(events, now)).toBe(expected);
  });

  it('names the agency whose time it was', () => {
    const [, second] = stretchesOf(whole, moment('2026-12-01', 9));
    expect(second?.owner).toEqual({ kind: 'department', agency: 'ct-nnmt' });
  });

  /** `post`, and each department by name. */
  const named = (events: readonly DossierEvent[], now: Instant): string => {
    const counted = workingMinutesOf(stretchesOf(events, now), book);
    if (!counted.ok) throw new Error('no calendar');
    return counted.value
      .map(({ owner, workingMinutes }) => {
        const who = owner.kind === 'department' ? owner.agency : owner.kind;
        return `${who} ${workingMinutes / 60} h`;
      })
      .join(', ');
  };

  const moved: DossierFact = {
    type: 'dossier-transferred',
    why: 'mis-routed',
    from: 'ct-nnmt',
    to: 'ct-tp',
    agency: 'ct-tp',
    reason: '',
  };
  const payment: DossierFact = {
    type: 'payment-requested',
    number: 1,
    leaseNo: 1,
    agency: 'ct-tp',
    requestedBy: officer.id,
    ...aPayment,
  };
  const paid: DossierFact = {
    type: 'payment-confirmed',
    number: 1,
    agency: 'ct-tp',
    reference: 'KB-0001',
    confirmedBy: officer.id,
    calendarVersions: [],
  };

  it.each<[string, readonly (readonly [DossierFact, Instant])[], string]>([
    ['lies there', [], 'post 1 h, ct-nnmt 16 h'],
    [
      'is handed on: the lost day is the first one’s',
      [[moved, moment('2026-11-24', 9)]],
      'post 1 h, ct-nnmt 8 h, ct-tp 8 h',
    ],
    [
      'comes back from its citizen: to the second one',
      [
        [moved, moment('2026-11-24', 9)],
        [payment, moment('2026-11-24', 10)],
        [paid, moment('2026-11-25', 8)],
      ],
      'post 1 h, ct-nnmt 8 h, ct-tp 1 h, citizen 6 h, ct-tp 1 h',
    ],
  ])('a mis-routed dossier %s (domain §10.16)', (_, steps, expected) => {
    const events = life(
      [registered, moment('2026-11-23', 8)],
      [accepted, moment('2026-11-23', 9)],
      ...steps,
    );
    expect(named(events, moment('2026-11-25', 9))).toBe(expected);
  });

  const leg = (id: number, agency: string, purpose: 'leg' | 'consultation' = 'leg') =>
    ({
      type: 'assignment-planned',
      leaseNo: 1,
      id,
      purpose,
      agency,
      lead: 'ct-nnmt',
      task: '',
      limit: { unit: 'none' },
    }) as const satisfies DossierFact;
  const opened = (id: number, agency: string, dueAt: Instant): DossierFact => ({
    type: 'assignment-opened',
    id,
    agency,
    dueAt,
    calendarVersions: [],
  });
  const answer = (id: number, agency: string): DossierFact => ({
    type: 'assignment-answered',
    id,
    agency,
    leaseNo: 1,
    outcome: 'agreed',
    opinion: '',
    answeredAt: moment('2026-11-23', 9),
    answeredBy: 'x',
  });

  it.each<[string, readonly (readonly [DossierFact, Instant])[], string]>([
    [
      'a leg in time is the lead’s own time',
      [
        [leg(1, 'ct-xd'), moment('2026-11-23', 9)],
        [opened(1, 'ct-xd', moment('2026-11-24', 17)), moment('2026-11-23', 9)],
        [answer(1, 'ct-xd'), moment('2026-11-24', 9)],
      ],
      'post 1 h, ct-nnmt 16 h',
    ],
    [
      'a late leg is its agency’s from its date until its answer',
      [
        [leg(1, 'ct-xd'), moment('2026-11-23', 9)],
        [opened(1, 'ct-xd', moment('2026-11-23', 17)), moment('2026-11-23', 9)],
        [answer(1, 'ct-xd'), moment('2026-11-24', 17)],
      ],
      'post 1 h, ct-nnmt 6 h, ct-xd 8 h, ct-nnmt 2 h',
    ],
    [
      'of two late legs the first one’s, then the second one’s, until now',
      [
        [leg(1, 'ct-xd'), moment('2026-11-23', 9)],
        [opened(1, 'ct-xd', moment('2026-11-23', 17)), moment('2026-11-23', 9)],
        [leg(2, 'ct-ct'), moment('2026-11-23', 9)],
        [opened(2, 'ct-ct', moment('2026-11-24', 9)), moment('2026-11-23', 9)],
        [answer(1, 'ct-xd'), moment('2026-11-24', 17)],
      ],
      'post 1 h, ct-nnmt 6 h, ct-xd 8 h, ct-ct 2 h',
    ],
    [
      'a late opinion costs nobody: the lead may go on (art. 19(5))',
      [
        [leg(1, 'ct-xd', 'consultation'), moment('2026-11-23', 9)],
        [opened(1, 'ct-xd', moment('2026-11-23', 17)), moment('2026-11-23', 9)],
      ],
      'post 1 h, ct-nnmt 16 h',
    ],
  ])('%s', (_, steps, expected) => {
    const events = life(
      [registered, moment('2026-11-23', 8)],
      [accepted, moment('2026-11-23', 9)],
      ...steps,
    );
    expect(named(events, moment('2026-11-25', 9))).toBe(expected);
  });

  it('gives every working minute of a life to exactly one owner', () => {
    const fact = fc.constantFrom(
      accepted,
      asked,
      brought,
      reached,
      moved,
      payment,
      paid,
      leg(1, 'ct-xd'),
      opened(1, 'ct-xd', moment('2026-12-01', 9)),
      answer(1, 'ct-xd'),
      decided,
    );
    const hour = fc.integer({ min: 0, max: 24 * 120 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fact, hour)), hour, (steps, length) => {
        const start = moment('2026-11-23', 8);
        const later = (hours: number) => instant(start + hours * 3_600_000 + 1_234);
        // In any order, as late reports may come: the clocks never run backwards.
        const events = life(
          [registered, start],
          ...steps.map(([each, hours]) => [each, later(hours)] as const),
        );
        const now = later(length);
        leavesNothingOut(stretchesOf(events, now), start, now);
      }),
    );
  });
});
