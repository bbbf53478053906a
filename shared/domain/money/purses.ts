import { done, type Outcome, refuse } from '#domain/refusal.ts';

/** Whole đồng; there is no smaller coin, and no amount below nothing. */
export type Dong = number & { readonly __brand: 'Dong' };

/** More than any drawer or remittance holds: a typing error. */
const most = 1_000_000_000_000;

/** Refuses by name what is no amount of money: negative, fractional, not a number, absurd. */
export const parseDong = (amount: number): Outcome<Dong> =>
  Number.isInteger(amount) && amount >= 0 && amount <= most
    ? done(amount as Dong)
    : refuse({ code: 'amount-invalid' });

/**
 * Four kinds of money that are never one amount (domain §10.7): `charge` lệ phí and `fee` phí belong to the
 * State, `postage` cước to the post, `cod` (thu hộ) to the agency that it is collected for.
 */
export const purseNames = ['charge', 'fee', 'postage', 'cod'] as const;
export type PurseName = (typeof purseNames)[number];

/** An amount for each purse; negative only inside the ledger, where a debit is one. */
export type Purses = Readonly<Record<PurseName, number>>;

export const nothing: Purses = { charge: 0, fee: 0, postage: 0, cod: 0 };

const each = (make: (name: PurseName) => number): Purses => ({
  charge: make('charge'),
  fee: make('fee'),
  postage: make('postage'),
  cod: make('cod'),
});

export const plus = (a: Purses, b: Purses): Purses => each((name) => a[name] + b[name]);
export const minus = (a: Purses, b: Purses): Purses => each((name) => a[name] - b[name]);
export const negated = (a: Purses): Purses => each((name) => -a[name] || 0);
export const isNothing = (a: Purses): boolean => purseNames.every((name) => a[name] === 0);
export const covers = (have: Purses, want: Purses): boolean =>
  purseNames.every((name) => have[name] >= want[name]);
export const totalOf = (a: Purses): number => purseNames.reduce((sum, name) => sum + a[name], 0);

/** What goes to the agency: phí and lệ phí for the State, and what was collected for it (thu hộ). */
export const agencyShare = (of: Purses): Purses => ({ ...of, postage: 0 });

/** What stays with the post: its own postage. */
export const postShare = ({ postage }: Purses): Purses => ({ ...nothing, postage });

/** What was counted, if every amount of it is one; it may be nothing. */
export const parseAmounts = (typed: Purses): Outcome<Purses> => {
  for (const name of purseNames) {
    const amount = parseDong(typed[name]);
    if (!amount.ok) return amount;
  }
  return done(typed);
};

/** What was typed, if every amount of it is one and it is not nothing at all. */
export const parsePurses = (typed: Purses): Outcome<Purses> => {
  const parsed = parseAmounts(typed);
  return parsed.ok && isNothing(typed) ? refuse({ code: 'amount-invalid' }) : parsed;
};
