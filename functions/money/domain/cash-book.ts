import { parseCashPurses } from '#domain/money/cash.ts';
import {
  agencyShare,
  covers,
  isNothing,
  minus,
  nothing,
  type Purses,
  plus,
  postShare,
  totalOf,
} from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';

/** Who has money or is owed it. The citizens' account goes below nothing: it is what they have paid. */
export type Account =
  | 'citizens'
  | 'drawer'
  | 'safe'
  | 'post'
  | `agency:${string}`
  /** Who collected at a door and has not handed it in: `door:staff:<id>`, `door:carrier:<id>`. */
  | `door:${string}`;

/** Biên lai: one taking, with what has been given back of it. */
export interface Receipt {
  /** Gapless per office and day. */
  readonly number: string;
  readonly dossierId: string;
  readonly agency: string;
  readonly taken: Purses;
  readonly refunded: Purses;
  readonly isReversed: boolean;
  /** The remittance that carried its share to the agency. */
  readonly remittance?: string;
  /** Who collected it at the door, and handed it in. */
  readonly debtor?: string;
}

/** A transfer between two accounts: what one gives the other gets, so that all of them sum to nothing. */
export interface Entry {
  readonly kind:
    | 'taking'
    | 'hand-in'
    | 'refund'
    | 'reversal'
    | 'close'
    | 'remittance'
    | 'post-share';
  readonly from: Account;
  readonly to: Account;
  readonly purses: Purses;
  readonly receipt?: string;
  readonly reason?: string;
}

/** The money of one post office: balances by account, receipts by number. */
export interface CashBook {
  readonly balances: ReadonlyMap<Account, Purses>;
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Notes in the drawer that belong to no purse: the float, less what was dropped into the safe. */
  readonly looseInDrawerVnd: number;
  /** The same of the safe: below nothing where closed drawers came up short. */
  readonly looseInSafeVnd: number;
}

export const balanceOf = ({ balances }: CashBook, account: Account): Purses =>
  balances.get(account) ?? nothing;

/** The notes that lie in the drawer. A purse may be below nothing: the float paid for it. */
export const cashInDrawer = (book: CashBook): number =>
  book.looseInDrawerVnd + totalOf(balanceOf(book, 'drawer'));

const cashInSafe = (book: CashBook): number =>
  book.looseInSafeVnd + totalOf(balanceOf(book, 'safe'));

/** What a movement writes: the book after it, and the entries that say why. */
export interface Booked {
  readonly book: CashBook;
  readonly entries: readonly Entry[];
}

const transferred = (book: CashBook, entries: readonly Entry[]): CashBook => {
  const balances = new Map(book.balances);
  for (const { from, to, purses } of entries) {
    balances.set(from, minus(balances.get(from) ?? nothing, purses));
    balances.set(to, plus(balances.get(to) ?? nothing, purses));
  }
  return { ...book, balances };
};

const withReceipt = (book: CashBook, receipt: Receipt): CashBook => ({
  ...book,
  receipts: new Map(book.receipts).set(receipt.number, receipt),
});

const booked = (book: CashBook, entries: readonly Entry[], ...receipts: readonly Receipt[]) =>
  done<Booked>({
    book: receipts.reduce(withReceipt, transferred(book, entries)),
    entries,
  });

export type Taking = Pick<Receipt, 'number' | 'dossierId' | 'agency'> & { readonly purses: Purses };

/** Thu tại quầy, against a biên lai. */
export const take = (book: CashBook, taking: Taking): Outcome<Booked> =>
  intoDrawer(book, taking, { kind: 'taking', from: 'citizens' });

const intoDrawer = (
  book: CashBook,
  { purses, ...taking }: Taking,
  way: Pick<Entry, 'kind' | 'from'>,
): Outcome<Booked> => {
  const parsed = parseCashPurses(purses);
  if (!parsed.ok) return parsed;
  const { number: receipt } = taking;
  if (book.receipts.has(receipt)) return refuse({ code: 'receipt-used' });
  const kept = { ...taking, taken: purses, refunded: nothing, isReversed: false };
  return booked(book, [{ ...way, to: 'drawer', purses, receipt }], kept);
};

/** Nộp tiền thu khi phát: into the drawer against a biên lai, all of it or a part, never more. */
export const handIn = (
  book: CashBook,
  taking: Taking & { readonly debtor: string },
): Outcome<Booked> => {
  const from: Account = `door:${taking.debtor}`;
  return covers(balanceOf(book, from), taking.purses)
    ? intoDrawer(book, taking, { kind: 'hand-in', from })
    : refuse({ code: 'hand-in-too-large' });
};

/** The receipt that money may still be given back of. */
const open = (book: CashBook, number: string): Outcome<Receipt> => {
  const receipt = book.receipts.get(number);
  if (!receipt || receipt.isReversed) return refuse({ code: 'receipt-unknown' });
  // What the agency has, only the agency can give back.
  return receipt.remittance === undefined ? done(receipt) : refuse({ code: 'receipt-remitted' });
};

/**
 * Hoàn phí: of a taking, never more than is left of it, and never more notes than the drawer has. Yesterday's
 * taking may be given back out of today's float.
 */
export const refund = (
  book: CashBook,
  { receipt: number, purses, reason }: { receipt: string; purses: Purses; reason: string },
): Outcome<Booked> => {
  const parsed = parseCashPurses(purses);
  if (!parsed.ok) return parsed;
  const receipt = open(book, number);
  if (!receipt.ok) return receipt;
  const { taken, refunded } = receipt.value;
  if (!covers(minus(taken, refunded), purses)) return refuse({ code: 'refund-too-large' });
  const after = { ...receipt.value, refunded: plus(refunded, purses) };
  return handBack(book, { kind: 'refund', purses, reason }, after);
};

/** Hủy biên lai: a mistyped taking is undone by its mirror, never edited; once, and not after a refund. */
export const reverse = (book: CashBook, number: string, reason: string): Outcome<Booked> => {
  const receipt = open(book, number);
  if (!receipt.ok) return receipt;
  const { taken: purses, refunded } = receipt.value;
  if (!isNothing(refunded)) return refuse({ code: 'receipt-refunded' });
  const after = { ...receipt.value, isReversed: true };
  return handBack(book, { kind: 'reversal', purses, reason }, after);
};

const handBack = (
  book: CashBook,
  movement: Pick<Entry, 'kind' | 'purses' | 'reason'>,
  after: Receipt,
): Outcome<Booked> => {
  if (cashInDrawer(book) < totalOf(movement.purses)) return refuse({ code: 'drawer-short' });
  // A mistyped handing in is money that the collector still has.
  const isCollectors = movement.kind === 'reversal' && after.debtor !== undefined;
  const to: Account = isCollectors ? `door:${after.debtor}` : 'citizens';
  const entry: Entry = { ...movement, from: 'drawer', to, receipt: after.number };
  return booked(book, [entry], after);
};

/** Chốt ca: what the drawer has of each purse goes into the safe of the office. */
export const bank = (book: CashBook): Booked => {
  const purses = balanceOf(book, 'drawer');
  const entries = [{ kind: 'close', from: 'drawer', to: 'safe', purses }] as const;
  return { book: transferred(book, entries), entries };
};

export interface Remitting {
  readonly id: string;
  readonly agency: string;
  /** Each counts once, however often it is named. */
  readonly receipts: readonly string[];
}

/** What is left of a receipt after what was given back. */
export const leftOf = ({ taken, refunded, isReversed }: Receipt): Purses =>
  isReversed ? nothing : minus(taken, refunded);

/**
 * Nộp phí, lệ phí cho cơ quan: the agency's share of named receipts, each once, out of the safe; the post's
 * own postage of the same receipts goes to the post (QĐ 45/2016 art. 7, 11).
 */
export const remit = (
  book: CashBook,
  { id, agency, receipts: numbers }: Remitting,
): Outcome<Booked> => {
  const receipts: Receipt[] = [];
  for (const number of new Set(numbers)) {
    const receipt = open(book, number);
    if (!receipt.ok) return receipt;
    if (receipt.value.agency !== agency) return refuse({ code: 'receipt-unknown' });
    receipts.push({ ...receipt.value, remittance: id });
  }
  const left = receipts.map(leftOf).reduce(plus, nothing);
  if (!covers(balanceOf(book, 'safe'), left) || cashInSafe(book) < totalOf(left))
    return refuse({ code: 'safe-short' });
  const to: Account = `agency:${agency}`;
  const entries = [
    { kind: 'remittance', from: 'safe', to, purses: agencyShare(left), reason: id },
    { kind: 'post-share', from: 'safe', to: 'post', purses: postShare(left), reason: id },
  ] as const;
  return booked(
    book,
    entries.filter(({ purses }) => !isNothing(purses)),
    ...receipts,
  );
};
