import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencyShare, minus, nothing, type Purses, plus, totalOf } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import {
  type Account,
  type Booked,
  balanceOf,
  bank,
  type CashBook,
  cashInDrawer,
  handIn,
  refund,
  remit,
  reverse,
  take,
} from '#functions/money/domain/cash-book.ts';

const emptyBook: CashBook = {
  balances: new Map(),
  receipts: new Map(),
  looseInDrawerVnd: 0,
  looseInSafeVnd: 0,
};

/** What citizens have paid and not got back. */
const paidByCitizens = (book: CashBook): Purses => minus(nothing, balanceOf(book, 'citizens'));

/** Paid at a door: whoever stood there owes it. */
const collect = (book: CashBook, debtor: string, paid: Purses): CashBook => {
  const door: Account = `door:${debtor}`;
  const balances = new Map(book.balances)
    .set('citizens', minus(balanceOf(book, 'citizens'), paid))
    .set(door, plus(balanceOf(book, door), paid));
  return { ...book, balances };
};

const purses = (change: Partial<Purses>): Purses => ({ ...nothing, ...change });
const fees = purses({ charge: 20_000, fee: 30_000, postage: 28_000, cod: 15_000 });
const banked = (book: CashBook): CashBook => bank(book).book;
const taking = (number: string, given: Purses = fees, agency = 'ct-nnmt') => ({
  number,
  dossierId: `D${number}`,
  agency,
  purses: given,
});
const bookAfter = (outcome: Outcome<Booked>): CashBook => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.book;
};
const code = (outcome: Outcome<Booked>): string => (outcome.ok ? 'done' : outcome.refusal.code);

const doors: readonly Account[] = ['door:staff:tuan', 'door:carrier:vnpost'];
const accounts: readonly Account[] = [
  'drawer',
  'safe',
  'post',
  'agency:ct-nnmt',
  'agency:ct-tp',
  ...doors,
];

/** Everything that citizens have paid lies somewhere, purse by purse. */
const isConserved = (book: CashBook): void => {
  expect(heldIn(book)).toEqual(paidByCitizens(book));
};

const heldIn = (book: CashBook): Purses =>
  accounts.map((account) => balanceOf(book, account)).reduce(plus, nothing);

/** What the float paid for is lacking in its purse, but never in the office and never in notes. */
const isNowhereBelowNothing = (book: CashBook): void => {
  const inOffice = plus(balanceOf(book, 'drawer'), balanceOf(book, 'safe'));
  for (const held of [inOffice, ...accounts.slice(2).map((account) => balanceOf(book, account))])
    expect(Object.values(held).every((each) => each >= 0)).toBe(true);
  expect(cashInDrawer(book)).toBeGreaterThanOrEqual(0);
};

/** The same numbers in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
};

/** A day of an office: so many takings, a refund now and then, and everything remitted at its end. */
const aDay = (random: (below: number) => number, takings: number, id: string) => {
  let book = emptyBook;
  let paid = nothing;
  for (let n = 0; n < takings; n++) {
    const given = purses({
      charge: random(90) * 1_000,
      fee: random(700) * 500,
      postage: 28_000 + random(5) * 1_100,
    });
    book = bookAfter(take(book, taking(`${n}`, given, n % 2 === 0 ? 'ct-nnmt' : 'ct-tp')));
    paid = plus(paid, given);
    if (random(50) > 0) continue;
    book = bookAfter(refund(book, { receipt: `${n}`, purses: given, reason: 'hoàn' }));
    paid = minus(paid, given);
  }
  book = banked(book);
  const numbers = [...book.receipts.keys()];
  const of = (rest: number) => numbers.filter((number) => Number(number) % 2 === rest);
  book = bookAfter(remit(book, { id, agency: 'ct-nnmt', receipts: of(0) }));
  return { paid, book: bookAfter(remit(book, { id, agency: 'ct-tp', receipts: of(1) })) };
};

describe('money at the counter', () => {
  const one = bookAfter(take(emptyBook, taking('1')));
  const inSafe = banked(one);
  const remitted = bookAfter(remit(inSafe, { id: 'R1', agency: 'ct-nnmt', receipts: ['1'] }));

  it('is the State’s or the post’s from the first moment, never one amount', () => {
    expect(balanceOf(one, 'drawer')).toEqual(fees);
    expect(balanceOf(remitted, 'agency:ct-nnmt')).toEqual(
      purses({ charge: 20_000, fee: 30_000, cod: 15_000 }),
    );
    expect(balanceOf(remitted, 'post')).toEqual(purses({ postage: 28_000 }));
    expect(balanceOf(remitted, 'safe')).toEqual(nothing);
    isConserved(remitted);
  });

  it('taken yesterday is given back out of today’s float, and the safe makes it good', () => {
    const morning = { ...inSafe, looseInDrawerVnd: 100_000 };
    const refunded = bookAfter(refund(morning, { receipt: '1', purses: fees, reason: 'x' }));
    expect(cashInDrawer(refunded)).toBe(100_000 - totalOf(fees));
    expect(balanceOf(banked(refunded), 'safe')).toEqual(nothing);
    expect(code(reverse({ ...inSafe, looseInDrawerVnd: 92_999 }, '1', 'x'))).toBe('drawer-short');
    expect(code(reverse({ ...inSafe, looseInDrawerVnd: 93_000 }, '1', 'x'))).toBe('done');
  });

  it.each<[string, () => Outcome<Booked>, string]>([
    [
      'a negative amount',
      () => take(emptyBook, taking('2', purses({ fee: -1 }))),
      'amount-invalid',
    ],
    ['half a đồng', () => take(emptyBook, taking('2', purses({ fee: 0.5 }))), 'amount-invalid'],
    [
      'no number',
      () => take(emptyBook, taking('2', purses({ fee: Number.NaN }))),
      'amount-invalid',
    ],
    [
      'a trillion and one',
      () => take(emptyBook, taking('2', purses({ fee: 1e12 + 1 }))),
      'amount-invalid',
    ],
    ['nothing at all', () => take(emptyBook, taking('2', nothing)), 'amount-invalid'],
    ['a receipt number twice', () => take(one, taking('1')), 'receipt-used'],
    [
      'more back than was taken',
      () => refund(one, { receipt: '1', purses: purses({ fee: 30_100 }), reason: 'x' }),
      'refund-too-large',
    ],
    [
      'less than nothing back',
      () => refund(one, { receipt: '1', purses: purses({ fee: -1 }), reason: 'x' }),
      'amount-invalid',
    ],
    [
      'phí back as lệ phí',
      () => refund(one, { receipt: '1', purses: purses({ charge: 30_000 }), reason: 'x' }),
      'refund-too-large',
    ],
    [
      'a refund of no receipt',
      () => refund(one, { receipt: '9', purses: fees, reason: 'x' }),
      'receipt-unknown',
    ],
    [
      'a refund from an empty drawer',
      () => refund(inSafe, { receipt: '1', purses: fees, reason: 'x' }),
      'drawer-short',
    ],
    [
      'a refund of what the agency has',
      () => refund(remitted, { receipt: '1', purses: fees, reason: 'x' }),
      'receipt-remitted',
    ],
    [
      'a reversal twice',
      () => reverse(bookAfter(reverse(one, '1', 'x')), '1', 'x'),
      'receipt-unknown',
    ],
    [
      'a reversal after a refund',
      () =>
        reverse(
          bookAfter(refund(one, { receipt: '1', purses: purses({ fee: 100 }), reason: 'x' })),
          '1',
          'x',
        ),
      'receipt-refunded',
    ],
    ['a reversal from an empty drawer', () => reverse(inSafe, '1', 'x'), 'drawer-short'],
    [
      'a remittance of money not in the safe',
      () => remit(one, { id: 'R', agency: 'ct-nnmt', receipts: ['1'] }),
      'safe-short',
    ],
    [
      'a remittance of money that drawers came up short of',
      () =>
        remit({ ...inSafe, looseInSafeVnd: -1 }, { id: 'R', agency: 'ct-nnmt', receipts: ['1'] }),
      'safe-short',
    ],
    [
      'a remittance of a purse that another pays for',
      () => {
        const other = take(one, taking('2', purses({ postage: 200_000 }), 'ct-tp'));
        const lacking = bookAfter(
          refund(bookAfter(other), { receipt: '1', purses: purses({ fee: 30_000 }), reason: 'x' }),
        );
        // The drawer that gave it back is not closed yet: the safe has the fee of neither.
        return remit(
          { ...banked(lacking), receipts: bookAfter(other).receipts },
          { id: 'R', agency: 'ct-nnmt', receipts: ['1'] },
        );
      },
      'safe-short',
    ],
    [
      'a receipt remitted twice',
      () => remit(remitted, { id: 'R2', agency: 'ct-nnmt', receipts: ['1'] }),
      'receipt-remitted',
    ],
    [
      'another agency’s receipt',
      () => remit(inSafe, { id: 'R', agency: 'ct-tp', receipts: ['1'] }),
      'receipt-unknown',
    ],
  ])('refuses %s', (_, act, expected) => {
    expect(code(act())).toBe(expected);
  });

  it('counts a receipt once, however often a remittance names it', () => {
    const twice = bookAfter(remit(inSafe, { id: 'R1', agency: 'ct-nnmt', receipts: ['1', '1'] }));
    expect(balanceOf(twice, 'agency:ct-nnmt')).toEqual(agencyShare(fees));
  });

  it('is neither lost nor made by any sequence of movements', () => {
    const amount = fc.constantFrom(0, 1, 999, 20_000, 1_000_000);
    const some = fc.record({ charge: amount, fee: amount, postage: amount, cod: amount });
    const number = fc.constantFrom('1', '2', '3', '4');
    const agency = fc.constantFrom('ct-nnmt', 'ct-tp');
    const debtor = fc.constantFrom('staff:tuan', 'carrier:vnpost');
    const movement = fc.oneof(
      fc.tuple(number, some, agency).map(
        ([n, given, to]) =>
          (b: CashBook) =>
            take(b, taking(n, given, to)),
      ),
      fc.tuple(number, some).map(
        ([receipt, given]) =>
          (b: CashBook) =>
            refund(b, { receipt, purses: given, reason: 'x' }),
      ),
      number.map((n) => (b: CashBook) => reverse(b, n, 'x')),
      fc.tuple(debtor, some).map(
        ([who, given]) =>
          (b: CashBook) =>
            ({ ok: true, value: { book: collect(b, who, given), entries: [] } }) as const,
      ),
      fc.tuple(number, some, agency, debtor).map(
        ([n, given, to, who]) =>
          (b: CashBook) =>
            handIn(b, { ...taking(n, given, to), debtor: who }),
      ),
      fc.constant((b: CashBook) => ({ ok: true, value: bank(b) }) as const),
      fc.tuple(number, agency).map(
        ([n, to]) =>
          (b: CashBook) =>
            remit(b, { id: 'R', agency: to, receipts: [n] }),
      ),
    );
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        let book: CashBook = { ...emptyBook, looseInDrawerVnd: 50_000 };
        for (const move of movements) {
          const outcome = move(book);
          book = outcome.ok ? outcome.value.book : book;
          isConserved(book);
          isNowhereBelowNothing(book);
        }
      }),
    );
  });

  it('collected at a door is owed until it is handed in, never more than was collected', () => {
    const collected = collect(emptyBook, 'staff:tuan', fees);
    expect(balanceOf(collected, 'door:staff:tuan')).toEqual(fees);
    const debtor = 'staff:tuan';
    const more = purses({ ...fees, cod: 15_001 });
    expect(code(handIn(collected, { ...taking('1', more), debtor }))).toBe('hand-in-too-large');
    const by = 'carrier:vnpost';
    expect(code(handIn(collected, { ...taking('1'), debtor: by }))).toBe('hand-in-too-large');
    const handed = bookAfter(handIn(collected, { ...taking('1'), debtor }));
    expect(balanceOf(handed, 'drawer')).toEqual(fees);
    expect(balanceOf(handed, 'door:staff:tuan')).toEqual(nothing);
    const undone = bookAfter(reverse(handed, '1', 'Gõ nhầm'));
    expect(balanceOf(undone, 'door:staff:tuan')).toEqual(fees);
    expect(paidByCitizens(undone)).toEqual(fees);
  });

  it('of a million dossiers is there to the last đồng', { timeout: 120_000 }, () => {
    const random = seeded(42);
    let paid = nothing;
    let held = nothing;
    for (let shift = 0; shift < 25_000; shift++) {
      const day = aDay(random, 40, `R${shift}`);
      paid = plus(paid, day.paid);
      held = plus(held, heldIn(day.book));
    }
    expect(held).toEqual(paid);
    expect(paid.fee).toBeGreaterThan(100_000_000_000);
  });
});
