import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { nothing, type Purses, totalOf } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import { makeListGiveBacks } from '#functions/money/application/list-give-backs.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { unsettledOf } from '#functions/money/domain/records.ts';
import { receiptKind } from '#functions/money/records.ts';
import { numberNoticeKind } from '#ports/kernel-records.ts';
import { notesOf } from '#test/support/cash.ts';
import { byTwo } from '#test/support/give-backs.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt, writing } from '#test/support/worlds.ts';

const colleague: Staff = { ...clerk, id: 'clerk-binh' };
const stranger: Staff = { ...clerk, id: 'clerk-minh', office: 'bd-nga-bay' };
const supervisor: Staff = { kind: 'staff', id: 'chi', role: 'supervisor' };
const idempotency = undefined;
const signedBy = 'Nguyễn Thị Ánh';
const fee = (amountVnd: number): Purses => ({ ...nothing, fee: amountVnd });

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

const aCounter = async (floatVnd = 200_000) => {
  const world = await aWorldAt('accepted');
  const deps = { ...world, ids: makeUlids(), catalogue, calendars: makeCalendars(world) };
  const shifts = makeWorkShift(deps);
  const take = makeTakeMoney(deps);
  const back = makeGiveBack(deps);
  const read = makeReadMoney(deps);
  const cash = makeReadCash(deps);
  const { dossierId } = world;
  const open = async (actor = clerk) => got(await shifts.open({ actor, idempotency, floatVnd }));
  const first = await open();
  return {
    ...world,
    first,
    open,
    shifts,
    back,
    two: byTwo(back, colleague),
    list: makeListGiveBacks(deps),
    remit: () => makeRemit(deps).send({ actor: clerk, idempotency, agency: 'ct-nnmt' }),
    take: (purses: Purses, moreThanDue?: string) =>
      take({ actor: clerk, idempotency, dossierId, purses, moreThanDue }),
    close: async (amountVnd: number, explanation?: string, id = first.id) =>
      got(
        await shifts.close({
          actor: clerk,
          idempotency,
          id,
          count: notesOf(amountVnd),
          explanation,
        }),
      ),
    confirm: async (differenceVnd: number, id = first.id) =>
      got(await shifts.confirm({ actor: colleague, idempotency, id, differenceVnd })),
    settle: () => shifts.settle({ actor: supervisor, idempotency, id: first.id }),
    money: async () => got(await read(clerk, dossierId)),
    cash: async () => got(await cash.office(clerk, undefined)),
    receipt: async (number: string) => {
      const id = await world.ledger.findRecord(receiptKind, number);
      return id === undefined ? undefined : world.ledger.record(receiptKind, id);
    },
  };
};

describe('whose money went back', () => {
  it('hears of it with the sum, on the number of the dossier, once two have agreed', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const waiting = async () => {
      const { items } = await counter.index.listed(numberNoticeKind, 'waiting', { limit: 10 });
      const notices = await Promise.all(
        items.map((id) => counter.ledger.record(numberNoticeKind, id)),
      );
      return notices.map((notice) => [notice?.change, notice?.amountVnd, notice?.phone]);
    };
    const asked = { actor: clerk, idempotency, number, reason: 'Thu nhầm', signedBy };
    const { id } = got(await counter.back.refund({ ...asked, purses: fee(20_000) }));
    expect(await waiting()).toEqual([]);
    got(await counter.back.confirm({ actor: colleague, idempotency, id }));
    expect(await waiting()).toEqual([['money-given-back', 20_000, '+84912345678']]);
  });

  it('hears of nothing where no note moved: a mistyped receipt was put right', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const asked = { actor: clerk, idempotency, number, reason: 'Gõ nhầm' };
    const { id } = got(await counter.back.correct({ ...asked, purses: fee(40_000) }));
    got(await counter.back.confirm({ actor: colleague, idempotency, id }));
    const { items } = await counter.index.listed(numberNoticeKind, 'waiting', { limit: 10 });
    expect(items).toEqual([]);
  });
});

describe('more than a dossier owes', () => {
  it.each<[string, Purses]>([
    ['a nought too many', fee(5_000_000)],
    ['State money beyond the fees in two purses', { ...nothing, fee: 50_000, charge: 100 }],
    ['postage beyond what is due', { ...nothing, postage: 28_100 }],
    ['thu hộ, which no dossier owes', { ...nothing, cod: 15_000 }],
  ])('is asked back: %s; and taken with a word that the receipt keeps', async (_, purses) => {
    const counter = await aCounter();
    expect(await counter.take(purses)).toEqual({
      ok: false,
      refusal: { code: 'more-than-due', stateFeesVnd: 50_000, postageVnd: 28_000 },
    });
    const taken = got(await counter.take(purses, 'Theo thông báo của cơ quan'));
    expect(taken.moreThanDue).toBe('Theo thông báo của cơ quan');
  });

  it('is also a second payment, and one of two at the same moment', async () => {
    const counter = await aCounter();
    const twice = await Promise.all([counter.take(fee(50_000)), counter.take(fee(50_000))]);
    expect(twice.map(codeOf).sort()).toEqual(['done', 'more-than-due']);
    expect(codeOf(await counter.take(fee(100)))).toBe('more-than-due');
    expect((await counter.money()).receipts).toHaveLength(1);
  });

  it('is a second payment also while the list of receipts has not heard of the first', async () => {
    const counter = await aCounter();
    counter.index.listed = async () => ({ items: [] });
    got(await counter.take(fee(50_000)));
    expect(codeOf(await counter.take(fee(50_000)))).toBe('more-than-due');
  });

  it('is State money of a dossier of which nothing comes any more', async () => {
    const counter = await aCounter();
    await writing(counter, [
      { type: 'withdrawal-requested', reason: 'Không cần nữa' },
      { type: 'withdrawal-granted' },
    ]);
    expect((await counter.money()).outstanding).toEqual({ stateFeesVnd: 0, postageVnd: 28_000 });
    expect(codeOf(await counter.take(fee(50_000)))).toBe('more-than-due');
  });

  it.each([12_345, 50, 1])(
    'is what no notes make up refused, with or without a word: %i',
    async (odd) => {
      const counter = await aCounter();
      expect(codeOf(await counter.take(fee(odd)))).toBe('amount-not-cash');
      expect(codeOf(await counter.take(fee(odd), 'Thật'))).toBe('amount-not-cash');
    },
  );
});

describe('money back', () => {
  it('moves only once a second person has confirmed', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const asked = { actor: clerk, idempotency, number, reason: 'Rút hồ sơ', signedBy };
    const { id } = got(await counter.back.refund({ ...asked, purses: fee(50_000) }));
    expect((await counter.receipt(number))?.refunded).toEqual(nothing);
    const confirm = (actor: Staff) => counter.back.confirm({ actor, idempotency, id });
    expect(codeOf(await confirm(clerk))).toBe('same-signatory');
    expect(codeOf(await confirm(stranger))).toBe('give-back-unknown');
    const listed = async (state: 'waiting' | 'confirmed') =>
      got(await counter.list(supervisor, { state, limit: 10 })).items.length;
    expect([await listed('waiting'), await listed('confirmed')]).toEqual([1, 0]);
    got(await confirm(supervisor));
    expect((await counter.receipt(number))?.refunded).toEqual(fee(50_000));
    expect([await listed('waiting'), await listed('confirmed')]).toEqual([0, 1]);
    expect(codeOf(await confirm(supervisor))).toBe('give-back-ended');
  });

  it('that was refunded is not owed again, and that was reversed is', async () => {
    const counter = await aCounter();
    const first = got(await counter.take(fee(50_000)));
    got(await counter.two.refund({ actor: clerk, number: first.number, purses: fee(50_000) }));
    const { outstanding, refunded } = await counter.money();
    expect([outstanding.stateFeesVnd, refunded.fee]).toEqual([0, 50_000]);
    const other = await aCounter();
    const mistyped = got(await other.take(fee(20_000)));
    got(await other.two.reverse({ actor: clerk, number: mistyped.number }));
    expect((await other.money()).outstanding.stateFeesVnd).toBe(50_000);
    got(await other.take(fee(50_000)));
  });

  it('is asked back twice and leaves the drawer once', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const asked = { actor: clerk, idempotency, number, reason: 'x', signedBy };
    const [a, b] = [got(await counter.back.reverse(asked)), got(await counter.back.reverse(asked))];
    const confirm = ({ id }: { readonly id: typeof a.id }) =>
      counter.back.confirm({ actor: colleague, idempotency, id });
    const codes = (await Promise.all([confirm(a), confirm(b)])).map(codeOf).sort();
    expect(codes).toEqual(['done', 'receipt-unknown']);
    expect(totalOf((await counter.money()).paid)).toBe(0);
  });

  it('is refused by the second person, or taken back by who asked, and by nobody else', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const ask = async () => {
      const asked = { actor: clerk, idempotency, number, reason: 'x', signedBy };
      return got(await counter.back.reverse(asked)).id;
    };
    const refuse = async (actor: Staff) =>
      codeOf(await counter.back.refuse({ actor, idempotency, id: await ask(), reason: 'Không' }));
    expect(await refuse(stranger)).toBe('give-back-unknown');
    expect([await refuse(clerk), await refuse(colleague), await refuse(supervisor)]).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect((await counter.receipt(number))?.isReversed).toBe(false);
  });
});

describe('a mistyped receipt', () => {
  const word = 'Gõ thêm hai số không';

  it('in the open drawer is corrected, and the count fits what is there', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(5_000_000), word));
    const { end } = got(await counter.two.correct({ actor: clerk, number, purses: fee(50_000) }));
    const right = await counter.receipt(end?.replacement ?? '');
    expect(right).toMatchObject({ taken: fee(50_000), replaces: number, isReversed: false });
    expect((await counter.receipt(number))?.isReversed).toBe(true);
    const closed = await counter.close(250_000);
    expect(closed.closing?.balance.differenceVnd).toBe(0);
    expect((await counter.cash()).safe).toMatchObject({ purses: fee(50_000), differenceVnd: 0 });
  });

  it('found while its count waits for a second person leaves nothing to explain', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(5_000_000), word));
    await counter.close(250_000, 'Không rõ');
    got(await counter.two.correct({ actor: clerk, number, purses: fee(50_000) }));
    const confirmed = await counter.confirm(0);
    expect(confirmed.closing && unsettledOf(confirmed.closing)).toBe(0);
    expect((await counter.cash()).safe).toMatchObject({ purses: fee(50_000), differenceVnd: 0 });
  });

  it('found after the close needs no notes that never came, and can be remitted', async () => {
    const counter = await aCounter(0);
    const { number } = got(await counter.take(fee(5_000_000), word));
    await counter.close(50_000, 'Không rõ');
    await counter.confirm(-4_950_000);
    const reversal = await counter.two.reverse({ actor: clerk, number });
    expect(codeOf(reversal)).toBe('shift-unknown');
    got(await counter.two.correct({ actor: clerk, number, purses: fee(50_000) }));
    expect((await counter.cash()).safe).toMatchObject({ purses: fee(50_000), differenceVnd: 0 });
    expect(codeOf(await counter.settle())).toBe('nothing-to-settle');
    expect(got(await counter.remit()).purses).toEqual(fee(50_000));
  });

  it('found after the difference was paid in gives that back', async () => {
    const counter = await aCounter(0);
    const { number } = got(await counter.take(fee(5_000_000), word));
    await counter.close(50_000, 'Không rõ');
    await counter.confirm(-4_950_000);
    got(await counter.settle());
    got(await counter.two.correct({ actor: clerk, number, purses: fee(50_000) }));
    expect((await counter.cash()).safe.differenceVnd).toBe(4_950_000);
    const { closing } = got(await counter.settle());
    expect(closing && unsettledOf(closing)).toBe(0);
    expect((await counter.cash()).safe).toMatchObject({ purses: fee(50_000), differenceVnd: 0 });
  });

  it('for which nothing had come is corrected to nothing', async () => {
    const counter = await aCounter(0);
    const { number } = got(await counter.take(fee(50_000)));
    const { end } = got(await counter.two.correct({ actor: clerk, number, purses: nothing }));
    expect(end?.replacement).toBeUndefined();
    expect((await counter.money()).outstanding.stateFeesVnd).toBe(50_000);
    expect((await counter.close(0)).closing?.balance.differenceVnd).toBe(0);
  });

  it('is not corrected twice, to what notes cannot make up, or after money of it was given back', async () => {
    const counter = await aCounter();
    const { number } = got(await counter.take(fee(50_000)));
    const correct = async (purses: Purses, of = number) =>
      codeOf(await counter.two.correct({ actor: clerk, number: of, purses }));
    expect(await correct(fee(12_345))).toBe('amount-not-cash');
    expect(await correct(fee(40_000))).toBe('done');
    expect(await correct(fee(30_000))).toBe('receipt-unknown');
    const other = got(await counter.take(fee(10_000)));
    const refund = { actor: clerk, number: other.number, purses: fee(1_000) };
    got(await counter.two.refund(refund));
    expect(await correct(fee(5_000), other.number)).toBe('receipt-refunded');
  });
});
