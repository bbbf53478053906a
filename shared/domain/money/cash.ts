import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import { type Dong, type Purses, parseDong, parsePurses, purseNames } from './purses.ts';

/**
 * Mệnh giá: the notes that the State Bank has in circulation, the largest first. Notes are legal tender for
 * their face (Luật Ngân hàng Nhà nước 46/2010/QH12 art. 17); coins are no longer issued, and count with the
 * note of their value.
 */
export const notes = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
] as const;

/** What every sum of notes is a multiple of, in đồng. */
const smallestNoteVnd = 100;

/** Whether notes can make it up. */
const isOfNotes = (amountVnd: number): boolean => amountVnd % smallestNoteVnd === 0;

/**
 * Refuses what no notes make up. No act found lets a counter round what is due to the State, up or down, so
 * it is refused rather than rounded; the treasury's way takes any whole đồng.
 */
export const uncountable = (...amounts: readonly number[]): Refused | undefined =>
  amounts.every(isOfNotes) ? undefined : refuse({ code: 'amount-not-cash', smallestNoteVnd });

/** An amount that notes can make up. */
export const parseCash = (amountVnd: number): Outcome<Dong> => {
  const amount = parseDong(amountVnd);
  return amount.ok ? (uncountable(amount.value) ?? amount) : amount;
};

/** What is handed across the counter: something, and each purse of it in notes, so that each can be given back. */
export const parseCashPurses = (typed: Purses): Outcome<Purses> => {
  const parsed = parsePurses(typed);
  if (!parsed.ok) return parsed;
  return uncountable(...purseNames.map((name) => typed[name])) ?? done(typed);
};
