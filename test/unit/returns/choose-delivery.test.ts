import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postOffices, prices } from '#data/province.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { ChosenDelivery, DeliveryPlace } from '#domain/dossier/chosen-delivery.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import {
  chooseDelivery,
  type DeliveryRules,
  handsOut,
  moreFor,
  wishedAhead,
  withoutPost,
} from '#functions/returns/domain/choose-delivery.ts';
import { aDossier, aProcedure, type Station } from '#test/support/dossiers.ts';

const today = '2026-11-23' as VietnamDay;
const calendar = makeCalendarBook([
  { year: 2026, version: '2026-1', holidays: { '2026-11-26': 'x' }, makeUpDays: {} },
]);
const door: DeliveryPlace = { kind: 'address', commune: 'ct-x-vi-thuy', address: 'Số 12, ấp 5' };
const counter = (office: string): DeliveryPlace => ({ kind: 'office', office });

const rules: DeliveryRules = {
  procedure: aProcedure,
  today,
  prices,
  calendar,
  office: (id) => postOffices.find((each) => each.id === id),
  isCommune: (agency) => agency === 'ct-x-vi-thuy' || agency === 'ct-p-vi-thanh',
};

const at = (station: Station, change: Partial<Dossier> = {}): Dossier => ({
  ...aDossier(station),
  ...change,
});
const stated = (postageVnd: number): Partial<Dossier> => ({
  fees: { stateFeesVnd: 0, postageVnd },
});
const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });

const marriage: DeliveryRules = {
  ...rules,
  procedure: {
    ...aProcedure,
    ways: { postal: { value: 'none', certainty: 'high', source: 'Luật Hộ tịch điều 18' } },
  },
};
const chosenDelivery: ChosenDelivery = { to: door, moreVnd: 0, chosenAt: 0 as never };
const shipment = '01KAPXJ5V0ZK9Q4T8N6W2C7D3S' as ShipmentId;
const delivery = { shipment, carrier: 'vnpost', waybill: 'EE473124829VN' };

describe('another way to the citizen', () => {
  it.each(['registered', 'accepted', 'acknowledged', 'decided'] as const)(
    'may be chosen while the dossier is %s',
    (station) => {
      expect(chooseDelivery(at(station, stated(28_000)), { to: door }, rules)).toEqual({
        ok: true,
        value: [{ type: 'delivery-chosen', to: door, moreVnd: 0 }],
      });
    },
  );

  it.each([
    ['a second time', { chosenDelivery }, { to: door }, rules, 'delivery-chosen-before'],
    ['once a parcel was made of it', { delivery }, { to: door }, rules, 'result-has-left'],
    [
      'once it is in somebody’s hands',
      { status: 'returned' },
      { to: door },
      rules,
      'step-not-allowed',
    ],
    ['to another commune’s door, by law in person', {}, { to: door }, marriage, 'result-in-person'],
    [
      'to another counter, by law in person',
      {},
      { to: counter('bd-nga-bay') },
      marriage,
      'result-in-person',
    ],
    ['to a door outside', {}, { to: { ...door, commune: 'hcm' } }, rules, 'address-outside'],
    ['to no office', {}, { to: counter('bd-ha-noi') }, rules, 'office-hands-nothing-out'],
    [
      'for yesterday',
      {},
      { wish: { day: '2026-11-22' as VietnamDay } },
      rules,
      'wished-day-invalid',
    ],
    [
      'for a holiday',
      {},
      { wish: { day: '2026-11-26' as VietnamDay } },
      rules,
      'wished-day-invalid',
    ],
    [
      'for a year on',
      {},
      { wish: { day: '2027-11-23' as VietnamDay } },
      rules,
      'wished-day-invalid',
    ],
    [
      'for a year that has no calendar',
      {},
      { wish: { day: '2027-01-04' as VietnamDay } },
      { ...rules, today: '2026-12-28' as VietnamDay },
      'calendar-missing',
    ],
  ] as const)('is refused %s', (_, change, asked, by, code) => {
    expect(chooseDelivery(at('decided', change), asked, by)).toEqual(refused(code));
  });

  it('goes out again after a parcel came back', () => {
    const back = at('decided', { delivery: { ...delivery, returnedAt: 0 as never } });
    expect(chooseDelivery(back, { to: door }, rules).ok).toBe(true);
  });

  it('may be the counter that took it in, whatever the law says of the post', () => {
    const asked = { to: counter('bd-vi-thanh'), wish: { day: today } };
    expect(chooseDelivery(at('decided'), asked, marriage)).toMatchObject({
      value: [{ ...asked, moreVnd: 0 }],
    });
    expect(chooseDelivery(at('decided'), { wish: { day: today } }, marriage).ok).toBe(true);
  });

  it('takes each working day of the time ahead, and none besides', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 37 }), (n) => {
        const day = plusDays(today, n);
        const works = calendar.isWorkingDay(day);
        const fits = n >= 0 && n <= wishedAhead && works.ok && works.value;
        expect(chooseDelivery(at('decided'), { wish: { day } }, rules).ok).toBe(fits);
      }),
    );
  });
});

describe('an office', () => {
  const office = rules.office('bd-nga-bay');
  it.each([
    ['hands out where nobody says otherwise', {}, true],
    ['does not where the province says so', { handsOut: false }, false],
    ['does not once it is closed', { effective: { from: today, to: today } }, true],
    ['does not before it opens', { effective: { from: '2027-01-01' as VietnamDay } }, false],
  ] as const)('%s', (_, change, does) => {
    if (!office) throw new Error('no office');
    expect(handsOut({ ...office, ...change }, today)).toBe(does);
  });
});

describe('what the post keeps its hands off', () => {
  it.each([
    ['a guide that is silent', {}, undefined],
    [
      'a way that is open',
      { postal: { value: 'result', certainty: 'high', source: 'x' } },
      undefined,
    ],
    ['none', { postal: { value: 'none', certainty: 'high', source: 'Luật' } }, 'Luật'],
  ] as const)('by %s', (_, ways, ground) => {
    expect(withoutPost({ ...aProcedure, ways })).toBe(ground);
  });
});

describe('what the new way costs more', () => {
  it.each([
    ['the counter that took it in', counter('bd-vi-thanh'), 0, 0],
    ['a door of its commune', { ...door, commune: 'ct-p-vi-thanh' }, 0, 25_000],
    ['a door elsewhere', door, 0, 28_000],
    ['a counter elsewhere', counter('bd-nga-bay'), 0, 28_000],
    ['what was stated comes off', door, 25_000, 3_000],
    ['nothing goes back', door, 35_000, 0],
  ] as const)('%s', (_, to, postage, more) => {
    expect(moreFor(at('decided', stated(postage)), to, rules)).toBe(more);
  });

  it('is nothing without a price, and after a loss (QĐ 45/2016 art. 14)', () => {
    expect(moreFor(at('decided', stated(0)), door, { ...rules, prices: [] })).toBe(0);
    const lost = [{ ...delivery, lostAt: 0 as never }];
    const dossier = at('decided', { ...stated(0), earlierDeliveries: lost });
    expect(moreFor(dossier, door, rules)).toBe(0);
  });
});
