import { type Instant, seconds } from '#domain/time/instant.ts';

/** A number that somebody has taken and has not been seen to use. */
export interface HeldNumber {
  /** Whose it is: who takes again under the same name gets the same number. */
  readonly holder: string;
  readonly number: number;
  readonly since: Instant;
}

/** A series of numbers 1, 2, 3 …: how many were given out, and which of them are not settled yet. */
export interface NumberSeries {
  readonly given: number;
  readonly held: readonly HeldNumber[];
}

/** Longer than any request lives: who has not used its number by then never will. */
const lostAfter = seconds(20);
const lookedAtAfter = seconds(5);
/** Looked at in one taking: more than one, so that what is held grows shorter and not longer. */
const lookedAt = 10;

/** Which held numbers a taker asks about: its own, and the oldest of others. */
export const numbersToCheck = (
  { held }: NumberSeries,
  holder: string,
  now: Instant,
): readonly HeldNumber[] => {
  const own = held.filter((each) => each.holder === holder);
  const others = held
    .filter((each) => each.holder !== holder && now - each.since >= lookedAtAfter)
    .toSorted((a, b) => a.since - b.since || a.number - b.number);
  return [...own, ...others.slice(0, lookedAt)];
};

/** Of those numbers the ones that something other than the taker bears. */
export const usedByOthers = async (
  asked: readonly HeldNumber[],
  holder: string,
  bearerOf: (number: number) => Promise<string | undefined>,
): Promise<ReadonlySet<number>> => {
  const bearers = await Promise.all(asked.map(({ number }) => bearerOf(number)));
  const isUsed = (bearer: string | undefined) => bearer !== undefined && bearer !== holder;
  return new Set(asked.filter((_, at) => isUsed(bearers[at])).map(({ number }) => number));
};

/** How a taker comes to its number. */
export type Taking =
  /** It holds one that nobody used. */
  | { readonly from: 'own'; readonly number: number }
  /** One that its taker never used is given again, so that no gap stays. */
  | { readonly from: 'lost'; readonly lost: HeldNumber; readonly settled: readonly HeldNumber[] }
  /** The next one; `settled` are used and need no keeping. */
  | { readonly from: 'next'; readonly settled: readonly HeldNumber[] };

/** `used`: of the numbers to check, those that something else bears. */
export const takeFrom = (
  series: NumberSeries,
  holder: string,
  now: Instant,
  used: ReadonlySet<number>,
): Taking => {
  const checked = numbersToCheck(series, holder, now);
  const own = checked.find((each) => each.holder === holder);
  if (own && !used.has(own.number)) return { from: 'own', number: own.number };
  const settled = checked.filter(({ number }) => used.has(number));
  const lost = checked.find(
    (each) => each.holder !== holder && !used.has(each.number) && now - each.since >= lostAfter,
  );
  return lost ? { from: 'lost', lost, settled } : { from: 'next', settled };
};
