import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { type Stretch, stretchesOf, workingMinutesOf } from '#domain/clocks/attribution.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { workingMinutesBetween } from '#domain/deadline/working-time.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  anAcceptance,
  aSupplement,
  dossierId,
  historyUntil,
  officer,
  shipmentId,
} from '#test/support/dossiers.ts';

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

  it('gives every working minute of a life to exactly one owner', () => {
    const fact = fc.constantFrom(accepted, asked, brought, reached, decided);
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
