import { expect } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Collection, CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { makeListWaybillCases } from '#functions/returns/application/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeTakeInParcel } from '#functions/returns/application/take-in-parcel.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';
import { aProcedure, resultAtCounter } from './dossiers.ts';
import { aWorldAt } from './worlds.ts';

/** Of a catalogue whose offices and communes nobody asks for. */
export const noPlaces = {
  office: () => undefined,
  agency: () => undefined,
  placesNamed: () => [],
};

export const clerk: Staff = {
  kind: 'staff',
  id: 'lan',
  role: 'clerk',
  office: 'bd-vi-thanh',
};
export const vnpost = { kind: 'carrier', id: 'vnpost' } as const;

export const calendar = makeCalendarBook([
  { year: 2026, version: '2026-1', holidays: {}, makeUpDays: {} },
]);

/** As amended until now: not at all. */
export const calendars = { current: async () => calendar };

export const pools: readonly WaybillPool[] = [
  {
    carrier: 'vnpost',
    use: 'parcels',
    serviceIndicator: 'EE',
    firstSerial: 47_312_482,
    lastSerial: 47_312_499,
  },
];

export const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };

export const saturday21 = at('2026-11-21' as VietnamDay, 8 * 60);
export const monday30 = at('2026-11-30' as VietnamDay, 9 * 60);

let told = 0;

/** An event of a day and hour of November 2026; the 23rd is a Monday. */
export const news = (
  day: number,
  hour: number,
  kind: CourierEventKind,
  change: Partial<CourierEvent> = {},
): Omit<CourierEvent, 'recordedAt'> => {
  told += 1;
  return {
    id: `n${told}`,
    kind,
    occurredAt: at(`2026-11-${day}` as VietnamDay, hour * 60),
    rawCode: kind,
    ...change,
  };
};

/** A decided dossier whose result was brought to the counter and has left on Saturday the 21st; now it is Monday 30 November. */
export const aParcel = async (collectOnDelivery?: Collection, madeAt?: Instant) =>
  aParcelOf(await aWorldAt('decided', resultAtCounter), collectOnDelivery, aProcedure, madeAt);

/** What this dossier's citizen gets has left by then. */
export const aParcelOf = async (
  world: Awaited<ReturnType<typeof aWorldAt>>,
  collectOnDelivery?: Collection,
  procedure: Procedure = aProcedure,
  madeAt = saturday21,
) => {
  world.setTo(madeAt);
  const catalogue = { ...noPlaces, procedureVersion: () => procedure };
  const deps = { ...world, ids: makeUlids(), pools, calendars, catalogue };
  const create = makeCreateShipment(deps);
  const created = await create({
    actor: clerk,
    idempotency: undefined,
    dossierId: world.dossierId,
    carrier: 'vnpost',
    collectOnDelivery,
    moreThanDue: 'Thu thêm theo thông báo',
  });
  if (!created.ok) throw new Error(created.refusal.code);
  world.setTo(monday30);
  const record = makeRecordCourierEvent(deps);
  const { shipmentId } = created.value;
  return {
    ...deps,
    ...created.value,
    create,
    record,
    tells: (event: ReturnType<typeof news>, actor: Staff | typeof vnpost = vnpost) =>
      record({ actor, shipmentId, event }),
    /** Whoever stands at that counter has the parcel in hand again. */
    takenIn: (actor: Staff = clerk) =>
      makeTakeInParcel(deps)({ actor, idempotency: undefined, shipmentId }),
    /** What a supervisor must look at. */
    listed: async () =>
      (await makeListWaybillCases(deps)({ limit: 10 })).items.map(({ id, state }) => [id, state]),
    shipment: () => mustBe(world.ledger.record(shipmentKind, shipmentId)),
    dossier: async () => (await mustBe(world.ledger.load(world.dossierId))).dossier,
    facts: async () => {
      const all = (await world.ledger.history(world.dossierId)).map(({ fact }) => fact.type);
      return all.slice(all.findIndex((type) => /^(result|papers)-dispatched$/.test(type)));
    },
  };
};

export const mustBe = async <T>(found: Promise<T | undefined>): Promise<T> => {
  const value = await found;
  if (value === undefined) throw new Error('it is not there');
  return value;
};

export const refusal = (code: Refusal['code']) => ({
  ok: false,
  refusal: expect.objectContaining({ code }),
});
