import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { isNothing, minus, nothing, type Purses, plus, totalOf } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Collection, CourierEvent } from '#domain/shipment/courier-event.ts';
import { days } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import {
  makeHandInDoorMoney,
  makeListDoorMoney,
} from '#functions/money/application/hand-in-door-money.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { owedAtDoor } from '#functions/money/domain/door-money.ts';
import { cashExpected } from '#functions/money/domain/shift.ts';
import { doorMoneyKind, drawerKind, shiftKind } from '#functions/money/records.ts';
import { notesOf } from '#test/support/cash.ts';
import { officer } from '#test/support/dossiers.ts';
import { byTwo } from '#test/support/give-backs.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aParcel, calendars, clerk, news, proof, vnpost } from '#test/support/shipments.ts';

const idempotency = undefined;
const courier: Staff = { ...clerk, id: 'tuan', role: 'courier' };
const purses = (some: Partial<Purses>): Purses => ({ ...nothing, ...some });
const due: Collection = {
  stateFeesVnd: 50_000,
  chargeVnd: 20_000,
  codVnd: 43_000,
  postageVnd: 28_000,
};
const paid = purses({ charge: 20_000, fee: 30_000, postage: 28_000, cod: 15_000 });
const page = { limit: 10 };

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

/** An office whose postman carries one parcel with money to collect. */
const anOffice = async (collect: Collection | undefined = due) => {
  const parcel = await aParcel(collect);
  const deps = { ...parcel, catalogue, calendars };
  const shifts = makeWorkShift(deps);
  const handIn = makeHandInDoorMoney(deps);
  const list = makeListDoorMoney(deps);
  const cash = makeReadCash(deps);
  return {
    ...parcel,
    shifts,
    cash,
    take: makeTakeMoney(deps),
    ...byTwo(makeGiveBack(deps), { ...clerk, id: 'binh' }),
    remit: makeRemit(deps),
    delivers: async (change: Partial<CourierEvent> = {}, actor: Staff | typeof vnpost = courier) =>
      got(await parcel.tells(news(30, 8, 'delivered', { proof, ...change }), actor)),
    open: async () => got(await shifts.open({ actor: clerk, idempotency, floatVnd: 200_000 })),
    close: async () => {
      const drawer = await parcel.ledger.record(drawerKind, clerk.id);
      const shift = drawer?.shift && (await parcel.ledger.record(shiftKind, drawer.shift));
      if (!shift) return undefined;
      const count = notesOf(cashExpected(shift));
      return got(await shifts.close({ actor: clerk, idempotency, id: shift.id, count }));
    },
    handIn: (given: Purses, actor = clerk) =>
      handIn({ actor, idempotency, shipmentId: parcel.shipmentId, purses: given }),
    list: async (actor: Staff = clerk, office?: string) =>
      got(await list(actor, office, page)).items,
    door: () => parcel.ledger.record(doorMoneyKind, parcel.shipmentId),
    safe: async () => got(await cash.office(clerk, undefined)),
  };
};

describe('money that the citizen pays with the parcel', () => {
  it('is owed by the postman, each purse apart, until it lies in the drawer', async () => {
    const office = await anOffice();
    await office.delivers({ collected: { stateFeesVnd: 50_000, codVnd: 43_000 } });
    expect(await office.list()).toMatchObject([
      { debtor: 'staff:tuan', agency: 'ct-nnmt', collected: paid, isStated: true, isLate: false },
    ]);
    expect((await office.safe()).atDoors.map(owedAtDoor)).toEqual([paid]);
    expect(codeOf(await office.handIn(paid))).toBe('shift-unknown');
    const shift = await office.open();
    const receipt = got(await office.handIn(paid));
    expect(receipt).toMatchObject({ agency: 'ct-nnmt', taken: paid, debtor: 'staff:tuan' });
    expect(await office.list()).toEqual([]);
    expect(codeOf(await office.handIn(paid))).toBe('hand-in-too-large');
    expect(await office.ledger.record(shiftKind, shift.id)).toMatchObject({
      movements: [{ receipt: receipt.number, purses: paid }],
    });
  });

  it('is expected at the close, then remitted to the agency whose result it was', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    const { id } = await office.open();
    got(await office.handIn(paid));
    const short = { actor: clerk, idempotency, id, count: notesOf(200_000) };
    expect(await office.shifts.close(short)).toMatchObject({
      refusal: { code: 'shift-unbalanced', differenceVnd: -93_000 },
    });
    await office.close();
    const remitted = got(await office.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' }));
    expect(remitted).toMatchObject({ purses: { ...paid, postage: 0 }, postageVnd: 28_000 });
    const counted = { actor: officer, idempotency, number: remitted.number };
    got(await office.remit.count({ ...counted, purses: { ...paid, postage: 0 } }));
    expect((await office.safe()).safe.purses).toEqual(nothing);
  });

  it('may be handed in in parts; the rest is still owed', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    await office.open();
    got(await office.handIn(purses({ fee: 30_000 })));
    const [left] = await office.list();
    expect(left && owedAtDoor(left)).toEqual({ ...paid, fee: 0 });
    got(await office.handIn({ ...paid, fee: 0 }));
    expect(await office.list()).toEqual([]);
  });

  it('is late when it is not handed in by the end of the next working day', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    office.setTo(at('2026-12-01' as VietnamDay, 17 * 60));
    expect(await office.list()).toMatchObject([{ isLate: false }]);
    office.setTo(at('2026-12-01' as VietnamDay, 17 * 60 + 1));
    expect(await office.list()).toMatchObject([{ isLate: true }]);
  });

  it('of which the carrier says nothing is what was due, and owed by the carrier', async () => {
    const office = await anOffice();
    await office.delivers({}, vnpost);
    expect(await office.list()).toMatchObject([
      { debtor: 'carrier:vnpost', collected: paid, isStated: false },
    ]);
    await office.delivers({ collected: { stateFeesVnd: 50_000, codVnd: 43_000 } }, vnpost);
    expect(await office.list()).toMatchObject([{ isStated: true }]);
  });

  it('was never collected where the parcel turns out to have gone back', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    got(await office.tells(news(29, 8, 'returned-to-sender'), vnpost));
    expect(await office.list()).toEqual([]);
  });

  it('is owed again when the receipt of handing it in is reversed', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    await office.open();
    const { number } = got(await office.handIn(paid));
    got(await office.reverse({ actor: clerk, number }));
    const [again] = await office.list();
    expect(again && owedAtDoor(again)).toEqual(paid);
  });

  it('is seen by its own office, its collector and a supervisor, and by nobody else', async () => {
    const office = await anOffice();
    await office.delivers({ collected: due });
    const supervisor: Staff = { kind: 'staff', id: 'dung', role: 'supervisor' };
    expect(await office.list(courier)).toHaveLength(1);
    expect(await office.list({ ...courier, id: 'khac' })).toEqual([]);
    expect(await office.list(supervisor)).toHaveLength(1);
    expect(await office.list(supervisor, 'bd-nga-bay')).toEqual([]);
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    expect(await office.list(stranger)).toEqual([]);
    expect(codeOf(await office.handIn(paid, stranger))).toBe('door-money-unknown');
  });

  it('is nothing where nothing was due and nothing was paid', async () => {
    const office = await anOffice({ stateFeesVnd: 0, codVnd: 0 });
    await office.delivers({ collected: { stateFeesVnd: 0, codVnd: 0 } });
    expect(await office.door()).toBeUndefined();
  });
});

describe('thu hộ for another agency than the dossier’s', () => {
  it('has a receipt of its own and is remitted to whom it was collected for', async () => {
    const office = await anOffice();
    await office.open();
    const asked = { actor: clerk, idempotency, dossierId: office.dossierId };
    const other = { ...asked, collectedFor: 'ct-tp', moreThanDue: 'Thu hộ cho Sở Tư pháp' };
    expect(codeOf(await office.take({ ...other, purses: paid }))).toBe('cod-apart');
    const nobody = { ...asked, collectedFor: 'ct-nobody', purses: purses({ cod: 15_000 }) };
    expect(codeOf(await office.take(nobody))).toBe('agency-unknown');
    got(await office.take({ ...other, purses: purses({ cod: 15_000 }) }));
    got(await office.take({ ...asked, purses: purses({ fee: 30_000 }) }));
    await office.close();
    const sent = async (agency: string) =>
      got(await office.remit.send({ actor: clerk, idempotency, agency })).purses;
    expect(await sent('ct-tp')).toEqual(purses({ cod: 15_000 }));
    expect(await sent('ct-nnmt')).toEqual(purses({ fee: 30_000 }));
  });
});

describe('money at the door and in the office', () => {
  it('is conserved, purse by purse, over any sequence of news, hands and lists', async () => {
    const act = fc.constantFrom(
      'delivered',
      'delivered-and-told',
      'told-less',
      'went-back',
      'open',
      'close',
      'hand-in-all',
      'hand-in-fee',
      'reverse',
      'correct',
      'remit',
      'next-day',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const office = await anOffice();
        const numbers: string[] = [];
        let remitted = nothing;
        const take = (handed: Outcome<{ readonly number: string }>) => {
          if (handed.ok) numbers.push(handed.value.number);
        };
        const doing: Readonly<Record<(typeof acts)[number], () => Promise<unknown>>> = {
          delivered: () => office.delivers({}, vnpost),
          'delivered-and-told': () => office.delivers({ collected: due }, vnpost),
          'told-less': () =>
            office.delivers({ collected: { stateFeesVnd: 1_000, codVnd: 0 } }, vnpost),
          'went-back': () => office.tells(news(29, 8, 'returned-to-sender'), vnpost),
          open: () => office.shifts.open({ actor: clerk, idempotency, floatVnd: 0 }),
          close: () => office.close(),
          'hand-in-all': async () => take(await office.handIn(paid)),
          'hand-in-fee': async () => take(await office.handIn(purses({ fee: 1_000 }))),
          reverse: async () => {
            const number = numbers.at(-1) ?? '';
            await office.reverse({ actor: clerk, number });
          },
          correct: async () => {
            const number = numbers.at(-1) ?? '';
            const corrected = await office.correct({
              actor: clerk,
              number,
              purses: purses({ fee: 2_000 }),
            });
            if (corrected.ok) numbers.push(corrected.value.end?.replacement ?? '');
          },
          remit: async () => {
            const sent = await office.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' });
            if (!sent.ok) return;
            remitted = plus(remitted, sent.value.purses);
            remitted = plus(remitted, purses({ postage: sent.value.postageVnd }));
          },
          'next-day': async () => office.advance(days(1)),
        };
        for (const each of acts) {
          await doing[each]();
          const { safe, shifts } = await office.safe();
          const drawers = [...shifts.open, ...shifts.unconfirmed]
            .flatMap(({ movements }) => movements)
            .map((movement) => movement.purses);
          const inside = [safe.purses, remitted, ...drawers].reduce(plus, nothing);
          const door = await office.door();
          // What was collected is with the debtor, in the office or with the agency, and nowhere else.
          expect(inside).toEqual(door?.handedIn ?? nothing);
          const everywhere = plus(inside, door ? owedAtDoor(door) : nothing);
          expect(isNothing(minus(everywhere, door?.collected ?? nothing))).toBe(true);
          expect(totalOf(inside)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
