import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { province } from '#data/province.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { extendDeadline } from '#domain/dossier/steps/extend.ts';
import { type Instant, minutes } from '#domain/time/instant.ts';
import { at, dayOf, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { flagsOf } from '#functions/returns/domain/flags.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import {
  aDossier,
  anAcceptance,
  dossierId,
  monday9,
  officer,
  shipmentId,
} from '#test/support/dossiers.ts';

/** Cases that a jurist can check by hand, with the article, against the province's own files. */
const book = makeCalendarBook(calendars);
const vietnam = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return at(day as VietnamDay, hour * 60 + minute);
};
const procedureOn = (code: string, day: VietnamDay): Procedure => {
  const found = province.procedures.find((entry) => entry.code === code && inForce(entry, day));
  if (!found) throw new Error(`no ${code} on ${day}`);
  return found;
};

describe('the appointment that the law gives', () => {
  it.each([
    // Land, 5 working days; 24/11 is off.
    ['1.012783', '2026-11-20 09:00', '17:00 30/11/2026', 'NQ 28/2026/QH16; BLDS 2015 điều 147(2)'],
    // Certified copies, same day; from 15:00 on the next working day, which is not 24/11.
    ['2.000815', '2026-11-23 15:30', '17:00 25/11/2026', 'NĐ 23/2015/NĐ-CP điều 7'],
    ['2.000815', '2026-11-23 14:30', '17:00 23/11/2026', 'NĐ 23/2015/NĐ-CP điều 7'],
    // Land, 10 working days over Tết, 14–22/2.
    ['1.012786', '2026-02-10 09:00', '17:00 03/03/2026', 'thông báo nghỉ Tết Bính Ngọ'],
    // The Saturday that is worked for 2/1 is the fifth day.
    ['1.012783', '2026-01-05 09:00', '17:00 10/01/2026', 'CV 12729/VPCP-KGVX'],
    // Adoption, 30 calendar days; the thirtieth is a Sunday.
    ['2.001263', '2026-04-03 09:00', '17:00 04/05/2026', 'BLDS 2015 điều 148(5)'],
  ])('of %s accepted %s is %s (%s)', (code, accepted, expected) => {
    const startedAt = vietnam(accepted);
    const rule = procedureOn(code, dayOf(startedAt)).timeRule;
    const due = dueDate({ startedAt, rule, book });
    expect(due.ok && due.value.dueAt && formatInstant(due.value.dueAt)).toBe(expected);
  });
});

/** NĐ 61/2018 điều 19(9): at least one day before the appointment, and once. */
describe('an apology for a dossier due Monday 30/11/2026', () => {
  const dueAt = vietnam('2026-11-30 17:00');
  const dossierOn = (now: Instant, from: Dossier = aDossier('acknowledged')): Dossier => ({
    ...from,
    acceptance: { ...anAcceptance, ...from.acceptance },
    ...(from.department && {
      department: {
        ...from.department,
        lease: { holder: officer.id, until: (now + minutes(10)) as Instant },
      },
    }),
  });
  const ask = (dossier: Dossier, now: Instant, newDueDay: string) =>
    extendDeadline(
      dossierOn(now, dossier),
      { leaseNo: 1, holder: officer.id, now },
      { reason: 'Chờ xác minh', newDueDay: newDueDay as VietnamDay },
      book,
    );
  const due: Dossier = { ...aDossier('acknowledged'), acceptance: { ...anAcceptance, dueAt } };

  it.each([
    ['on Friday 27/11', '2026-11-27 09:00', 'done'],
    ['on the day itself', '2026-11-30 09:00', 'extension-too-late'],
  ])('asked %s: %s %s', (_, now, expected) => {
    const decided = ask(due, vietnam(now), '2026-12-03');
    expect(decided.ok ? 'done' : decided.refusal.code).toBe(expected);
  });

  it('is given once', () => {
    const now = vietnam('2026-11-27 09:00');
    const first = ask(due, now, '2026-12-03');
    if (!first.ok) throw new Error(first.refusal.code);
    const apologised = record(due, dossierId, first.value, { actor: officer, now }).after;
    expect(ask(apologised, now, '2026-12-04')).toMatchObject({
      refusal: { code: 'extension-repeated' },
    });
  });
});

/** QĐ 45/2016/QĐ-TTg điều 10(2), TT 17/2017/TT-BTTTT điều 5(2)d. */
describe('a result handed to another than its recipient', () => {
  const reference = 'GUQ 12/2026';
  const authorised = { name: 'Lê Văn Út', reference };
  const shown = { receiverName: 'Lê Văn Út', identityChecked: true };
  const handed = (change: Partial<Shipment>, proof: typeof shown & { reference?: string }) => {
    const event = { occurredAt: monday9, recordedAt: monday9 };
    return flagsOf(
      {
        id: shipmentId,
        version: 1,
        dossierId,
        dossierCode: 'H13.01-261123-0001',
        office: 'bd-vi-thanh',
        carrier: 'vnpost',
        waybill: 'EE473124829VN',
        recipient: { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Ấp 3' },
        createdAt: monday9,
        events: [
          { ...event, id: 'p', kind: 'posted', rawCode: 'NG' },
          { ...event, id: 'd', kind: 'delivered', rawCode: 'EMI', proof },
        ],
        ...change,
      },
      book,
    );
  };

  it.each([
    ['not authorised', {}, shown, ['receiver-not-authorised']],
    ['authorised, without the paper', { authorised }, shown, ['authorisation-not-shown']],
    ['authorised, with paper and ID', { authorised }, { ...shown, reference }, []],
    [
      'authorised, with the paper and no ID',
      { authorised },
      { ...shown, reference, identityChecked: false },
      ['delivered-without-proof'],
    ],
  ])('%s', (_, change, proof, expected) => {
    expect(handed(change, proof)).toEqual(expected);
  });
});
