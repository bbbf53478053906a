import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Outcome } from '#domain/refusal.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import { makeAmendCalendar } from '#functions/oversight/application/amend-calendar.ts';
import {
  aPayment,
  aProcedure,
  aSupplement,
  dossierId,
  monday9,
  officer,
} from '#test/support/dossiers.ts';
import { calendarsInForce, makeCalendars, provinceCatalogue } from '#test/support/province.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const idempotency = undefined;
const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

/** A department that asks until a day, and the worker that stops what was not answered. */
const aDesk = async () => {
  const world = await aWorldAt('acknowledged');
  const calendars = makeCalendars(world);
  const catalogue = { ...provinceCatalogue, procedureVersion: () => aProcedure };
  const deps = { ...world, ids: makeUlids(), catalogue, calendars };
  const supplement = makeRequestSupplement(deps);
  const payments = makeWorkPayment(deps);
  const expire = makeExpireRequests({ ...deps, agencies: ['ct-nnmt'] });
  const dossier = async () => {
    const stored = await world.ledger.load(dossierId);
    if (!stored) throw new Error('lost');
    return stored.dossier;
  };
  const by = { actor: officer, idempotency, dossierId, leaseNo: 1 };
  const inForce = () => calendarsInForce(world);
  return {
    ...world,
    dossier,
    ask: {
      papers: async (day: VietnamDay) => {
        got(await supplement({ ...by, asked: { ...aSupplement, answerBy: day } }));
        return (await dossier()).supplements.at(-1)?.answerBy;
      },
      payment: async (day: VietnamDay) => {
        got(await payments.request({ ...by, asked: { ...aPayment, payBy: day } }));
        return (await dossier()).payments?.at(-1)?.payBy;
      },
    },
    statusAt: async (day: VietnamDay, minute: number) => {
      world.setTo(at(day, minute));
      await expire();
      return (await dossier()).status;
    },
    decideHoliday: async (day: VietnamDay) => {
      const amend = makeAmendCalendar({ ...deps, calendars: inForce });
      const actor = { kind: 'staff', id: 'chi', role: 'supervisor' } as const;
      const change = { holidays: [{ day, name: 'Nghỉ' }], makeUpDays: [], reason: 'Quyết định' };
      const { id } = got(await amend.propose({ actor, idempotency, change }));
      got(await amend.confirm({ actor, idempotency, id, reannounces: false }));
    },
  };
};

const cases: readonly [what: string, typed: string, binds: string, article: string][] = [
  ['a Sunday', '2026-12-06', '2026-12-07', 'BLDS 2015 điều 148(5)'],
  ['a Saturday', '2026-12-05', '2026-12-07', 'BLDS 2015 điều 148(5)'],
  ['New Year, before a weekend', '2027-01-01', '2027-01-04', 'BLLĐ 2019 điều 112'],
  ['a working day', '2026-12-04', '2026-12-04', ''],
];

describe.each(['papers', 'payment'] as const)('a last day for %s', (what) => {
  it.each(cases)('that is %s (%s) binds as %s', async (_, typed, binds) => {
    const desk = await aDesk();
    expect(await desk.ask[what](typed as VietnamDay)).toBe(binds);
    const waiting = (await desk.dossier()).status;
    expect(await desk.statusAt(binds as VietnamDay, 23 * 60)).toBe(waiting);
  });

  it('on a Sunday still waits on Monday at 07:30, and has passed on Tuesday', async () => {
    const desk = await aDesk();
    await desk.ask[what]('2026-12-06' as VietnamDay);
    const waiting = (await desk.dossier()).status;
    expect(await desk.statusAt('2026-12-07' as VietnamDay, 450)).toBe(waiting);
    expect(await desk.statusAt('2026-12-08' as VietnamDay, 1)).toBe('stopped');
  });

  it('that becomes a holiday afterwards moves with it', async () => {
    const desk = await aDesk();
    await desk.ask[what]('2026-12-04' as VietnamDay);
    const waiting = (await desk.dossier()).status;
    desk.setTo(plus(monday9, minutes(1)));
    await desk.decideHoliday('2026-12-04' as VietnamDay);
    expect(await desk.statusAt('2026-12-07' as VietnamDay, 450)).toBe(waiting);
    expect(await desk.statusAt('2026-12-08' as VietnamDay, 1)).toBe('stopped');
  });
});
