import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days } from '#domain/time/instant.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import type { ShiftRecord } from '#functions/money/domain/records.ts';
import { notesOf } from '#test/support/cash.ts';
import { officer } from '#test/support/dossiers.ts';
import { byTwo } from '#test/support/give-backs.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const colleague: Staff = { ...clerk, id: 'clerk-binh' };
const stranger: Staff = { ...clerk, id: 'clerk-minh', office: 'bd-nga-bay' };
const idempotency = undefined;
const purses = (some: Partial<Purses>): Purses => ({ ...nothing, ...some });
const given = purses({ charge: 20_000, fee: 30_000, postage: 28_000 });

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);
const codes = (outcomes: readonly Outcome<unknown>[]) => outcomes.map(codeOf).sort();

const aCounter = async () => {
  const world = await aWorldAt('accepted');
  const calendars = makeCalendars(world);
  const deps = { ...world, ids: makeUlids(), catalogue, calendars };
  const shifts = makeWorkShift(deps);
  const money = makeTakeMoney(deps);
  const back = makeGiveBack(deps);
  const { dossierId } = world;
  return {
    ...world,
    shifts,
    back,
    byTwo: byTwo(back, colleague),
    remit: makeRemit(deps),
    cash: makeReadCash(deps),
    read: makeReadMoney(deps),
    open: async (actor = clerk, floatVnd = 200_000) =>
      got(await shifts.open({ actor, idempotency, floatVnd })),
    ask: (purses: Purses, more: { readonly moreThanDue?: string } = {}, actor = clerk) =>
      money({ actor, idempotency, dossierId, purses, ...more }),
    take: async (actor = clerk, taken = given, more = {}) =>
      got(await money({ actor, idempotency, dossierId, purses: taken, ...more })),
    close: async ({ id }: ShiftRecord, amountVnd: number, actor = clerk) =>
      got(await shifts.close({ actor, idempotency, id, count: notesOf(amountVnd) })),
  };
};

/** Yesterday's taking, with its money in the safe. */
const afterADay = async (counter: Awaited<ReturnType<typeof aCounter>>) => {
  const shift = await counter.open();
  const receipt = await counter.take();
  await counter.close(shift, 278_000);
  counter.advance(days(1));
  return receipt;
};

describe('a clerk’s drawer', () => {
  it('is one, however many openings come at once', async () => {
    const { shifts, cash } = await aCounter();
    const opening = () => shifts.open({ actor: clerk, idempotency, floatVnd: 100_000 });
    const outcomes = await Promise.all([opening(), opening(), opening()]);
    expect(codes(outcomes)).toEqual(['done', 'shift-open', 'shift-open']);
    expect(got(await cash.office(clerk, undefined)).shifts.open).toHaveLength(1);
  });

  it('is free again once it is closed, also while a difference waits for a second person', async () => {
    const counter = await aCounter();
    await counter.close(await counter.open(), 200_000);
    const { id } = await counter.open();
    const count = notesOf(190_000);
    const explanation = 'Thối nhầm';
    const closed = got(
      await counter.shifts.close({ actor: clerk, idempotency, id, count, explanation }),
    );
    expect(closed.closing?.balance.differenceVnd).toBe(-10_000);
    const next = await counter.open();
    const recounted = await counter.close(closed, 200_000);
    expect(recounted.closing?.confirmedBy).toBe(clerk.id);
    const { shifts } = got(await counter.cash.office(clerk, undefined));
    expect(shifts.open.map((shift) => shift.id)).toEqual([next.id]);
    expect(shifts.unconfirmed).toEqual([]);
  });

  it('is counted by its own clerk and confirmed at its own office', async () => {
    const counter = await aCounter();
    const { id } = await counter.open();
    const count = notesOf(190_000);
    const closing = { idempotency, id, count, explanation: 'Thối nhầm' };
    expect(codeOf(await counter.shifts.close({ ...closing, actor: stranger }))).toBe(
      'shift-unknown',
    );
    got(await counter.shifts.close({ ...closing, actor: clerk }));
    const seen = { idempotency, id, differenceVnd: -10_000 };
    expect(codeOf(await counter.shifts.confirm({ ...seen, actor: stranger }))).toBe(
      'shift-unknown',
    );
    got(await counter.shifts.confirm({ ...seen, actor: colleague }));
    const { safe } = got(await counter.cash.office(clerk, undefined));
    expect(safe).toMatchObject({ differenceVnd: -10_000, purses: nothing });
  });

  it('gives yesterday’s money back out of today’s float', async () => {
    const counter = await aCounter();
    const { number } = await afterADay(counter);
    const shift = await counter.open(clerk, 100_000);
    got(await counter.byTwo.refund({ actor: clerk, number, purses: given }));
    await counter.close(shift, 22_000);
    const { safe } = got(await counter.cash.office(clerk, undefined));
    expect(safe.purses).toEqual(nothing);
  });

  it('drops notes into the safe and still balances', async () => {
    const counter = await aCounter();
    const shift = await counter.open();
    await counter.take();
    got(await counter.shifts.drop({ actor: clerk, idempotency, amountVnd: 78_000 }));
    expect(got(await counter.cash.office(clerk, undefined)).safe.droppedVnd).toBe(78_000);
    await counter.close(shift, 200_000);
    const { safe } = got(await counter.cash.office(clerk, undefined));
    expect(safe).toMatchObject({ purses: given, droppedVnd: 0, differenceVnd: 0 });
  });
});

describe('the agency’s money', () => {
  it('leaves the safe once, also when two clerks remit at the same moment', async () => {
    const counter = await aCounter();
    await afterADay(counter);
    const send = (actor: Staff) => counter.remit.send({ actor, idempotency, agency: 'ct-nnmt' });
    const outcomes = await Promise.all([send(clerk), send(colleague)]);
    expect(codes(outcomes)).toEqual(['done', 'nothing-to-remit']);
    const { safe } = got(await counter.cash.office(clerk, undefined));
    expect(safe.purses).toEqual(nothing);
    const { items } = await counter.cash.remittances(officer, 'sent', { limit: 10 });
    expect(items).toMatchObject([
      { purses: { charge: 20_000, fee: 30_000, postage: 0, cod: 0 }, postageVnd: 28_000 },
    ]);
  });

  it('is not remitted out of a drawer that is open or that nobody has confirmed', async () => {
    const counter = await aCounter();
    const { id } = await counter.open();
    await counter.take();
    const send = () => counter.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' });
    expect(codeOf(await send())).toBe('nothing-to-remit');
    const short = { idempotency, id, count: notesOf(268_000), explanation: 'Thối nhầm' };
    got(await counter.shifts.close({ ...short, actor: clerk }));
    expect(codeOf(await send())).toBe('nothing-to-remit');
    const seen = { actor: colleague, idempotency, id, differenceVnd: -10_000 };
    got(await counter.shifts.confirm(seen));
    expect(codeOf(await send())).toBe('safe-short');
    got(await counter.shifts.settle({ actor: colleague, idempotency, id }));
    got(await send());
  });

  it('is counted by the agency alone; another sum stays open until a count agrees', async () => {
    const counter = await aCounter();
    await afterADay(counter);
    const sent = await counter.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' });
    const { number } = got(sent);
    const count = (actor: Staff, fee: number) =>
      counter.remit.count({ actor, idempotency, number, purses: purses({ charge: 20_000, fee }) });
    expect(codeOf(await count({ ...officer, agency: 'ct-tp' }, 30_000))).toBe('remittance-unknown');
    got(await count(officer, 25_000));
    const listed = async (state: 'sent' | 'differs' | 'received') =>
      (await counter.cash.remittances(clerk, state, { limit: 10 })).items.length;
    expect([await listed('sent'), await listed('differs')]).toEqual([0, 1]);
    got(await count(officer, 30_000));
    expect([await listed('differs'), await listed('received')]).toEqual([0, 1]);
    expect(codeOf(await count(officer, 30_000))).toBe('remittance-received');
    expect(codeOf(await counter.cash.remittance(stranger, number))).toBe('remittance-unknown');
  });

  it('is not given back at the counter once it has left', async () => {
    const counter = await aCounter();
    const { number } = await afterADay(counter);
    got(await counter.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' }));
    await counter.open();
    const asked = { actor: clerk, number };
    expect(codeOf(await counter.byTwo.reverse(asked))).toBe('receipt-remitted');
    const right = { ...asked, purses: purses({ fee: 1_000 }) };
    expect(codeOf(await counter.byTwo.correct(right))).toBe('receipt-remitted');
  });

  it('of more receipts than one list holds goes with the next, and none twice', async () => {
    const counter = await aCounter();
    const shift = await counter.open();
    for (let n = 0; n < 85; n++) await counter.take(clerk, given, { moreThanDue: 'Thử' });
    await counter.close(shift, 200_000 + 85 * 78_000);
    const send = async () =>
      got(await counter.remit.send({ actor: clerk, idempotency, agency: 'ct-nnmt' }));
    const [first, second] = [await send(), await send()];
    expect([first.lines.length, second.lines.length]).toEqual([80, 5]);
    const all = [...first.lines, ...second.lines].map(({ receipt }) => receipt);
    expect(new Set(all).size).toBe(85);
  });
});

describe('what a dossier has cost', () => {
  it('is summed over all of its receipts, and what is outstanding is named', async () => {
    const counter = await aCounter();
    await counter.open();
    for (let n = 0; n < 101; n++) await counter.take(clerk, purses({ fee: 100 }));
    const seen = got(await counter.read(clerk, counter.dossierId));
    expect(seen.paid.fee).toBe(10_100);
    expect(seen.outstanding).toEqual({
      stateFeesVnd: Math.max(0, seen.due.stateFeesVnd - 10_100),
      postageVnd: seen.due.postageVnd,
    });
  });
});
