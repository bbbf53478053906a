import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, formatInstant, monthsAfter, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  answered,
  type Complaint,
  isLate,
  lodge,
  stateOf,
} from '#functions/complaints/domain/complaint.ts';
import { aDossier, monday9, shipmentId } from '#test/support/dossiers.ts';

const book = makeCalendarBook(calendars);
const moment = (day: string, hour = 9): Instant => at(day as VietnamDay, hour * 60);
const told = {
  id: '01KAPXJ5V0ZK9Q4T8N6W2C7D9A' as Ulid,
  subject: 'delay',
  route: 'within-province',
  text: 'Chậm',
  lodgedBy: 'staff:lan',
  now: monday9,
} as const;
const lodged = (
  dossier: Dossier,
  change: Partial<Parameters<typeof lodge>[1]> = {},
  on = book,
): ReturnType<typeof lodge> => lodge(dossier, { ...told, ...change }, on);
const must = (outcome: ReturnType<typeof lodge>): Complaint => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

/** TT 17/2017/TT-BTTTT điều 8; 24/11 is a day off (NQ 28/2026/QH16). */
describe('the day of the answer to a complaint', () => {
  it.each([
    ['within-province', '2026-11-20', '17:00 30/11/2026'],
    ['inter-province', '2026-11-20', '17:00 02/12/2026'],
    ['within-province', '2026-11-28', '17:00 04/12/2026'],
    // Tết, 14–22/2.
    ['inter-province', '2026-02-12', '17:00 02/03/2026'],
  ] as const)('%s, lodged on %s, is %s', (route, day, expected) => {
    const complaint = must(lodged(aDossier('accepted'), { route, now: moment(day) }));
    expect(formatInstant(complaint.answerBy)).toBe(expected);
  });

  it('needs a calendar', () =>
    expect(lodged(aDossier('accepted'), {}, makeCalendarBook([]))).toMatchObject({
      refusal: { code: 'calendar-missing', year: 2026 },
    }));
});

describe('a complaint', () => {
  const delivered = (day: string): Dossier => ({
    ...aDossier('returned'),
    delivery: {
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'EE473124829VN',
      deliveredAt: moment(day),
    },
  });
  const handed = (day: string): Dossier => ({
    ...delivered('2020-01-06'),
    pickUp: { id: '01KAPXJ5V0ZK9Q4T8N6W2C7D9B' as PickUpId, handedAt: moment(day) },
  });
  const ended = (status: 'stopped' | 'not-accepted', day: string): Dossier => ({
    ...aDossier('acknowledged'),
    status,
    ending: { why: 'withdrawn', reason: '', at: moment(day) },
  });

  it.each<[string, Dossier, string | undefined]>([
    ['of a dossier under way has no last day', aDossier('decided'), undefined],
    ['on the last day', delivered('2026-05-23'), undefined],
    // The last day, 22/11/2026, is a Sunday, so Monday the 23rd is it.
    ['where that was a Sunday', delivered('2026-05-22'), undefined],
    ['a day later', delivered('2026-05-20'), '2026-11-20'],
    ['after a hand-over at the counter', handed('2026-05-20'), '2026-11-20'],
    ['soon after it', handed('2026-11-20'), undefined],
    ['of a stopped dossier', ended('stopped', '2026-05-20'), '2026-11-20'],
    ['of one that was not accepted', ended('not-accepted', '2026-05-20'), '2026-11-20'],
  ])('%s: refused since %s', (_, dossier, until) => {
    const outcome = lodged(dossier);
    if (until === undefined) expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ refusal: { code: 'complaint-too-late', until } });
  });

  it('needs the calendar of its last day', () =>
    expect(lodged(delivered('2026-05-20'), {}, makeCalendarBook([]))).toMatchObject({
      refusal: { code: 'calendar-missing' },
    }));

  it('is answered once, and late where its day has passed', () => {
    const complaint = must(lodged(aDossier('accepted'), { now: moment('2026-11-20') }));
    expect(stateOf(complaint)).toBe('open');
    expect(isLate(complaint, moment('2026-11-30', 17))).toBe(false);
    expect(isLate(complaint, moment('2026-11-30', 18))).toBe(true);
    const answer = { by: 'staff:chi', outcome: 'upheld', text: 'Xin lỗi' } as const;
    const inTime = answered(complaint, { ...answer, at: moment('2026-11-27') });
    if (!inTime.ok) throw new Error(inTime.refusal.code);
    expect(stateOf(inTime.value)).toBe('answered');
    expect(isLate(inTime.value, moment('2027-01-04'))).toBe(false);
    const late = answered(complaint, { ...answer, at: moment('2026-12-01') });
    expect(late.ok && isLate(late.value, moment('2026-12-01'))).toBe(true);
    expect(answered(inTime.value, { ...answer, at: moment('2026-11-28') })).toMatchObject({
      refusal: { code: 'complaint-answered' },
    });
  });
});

describe('so many months later', () => {
  it.each([
    ['2026-05-20', 6, '2026-11-20'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2026-11-15', 1, '2026-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s plus %i is %s', (day, months, expected) =>
    expect(monthsAfter(day as VietnamDay, months)).toBe(expected),
  );
});
