import type { NumberSeries } from '#domain/identifiers/number-series.ts';

/** What a taker says of itself. */
export interface Taker {
  /** `code#<agency>#<day>`, `waybill#…`: the series. */
  readonly series: string;
  /** The thing that will bear the number, the same in every repeat of the same request. */
  readonly holder: string;
  /**
   * What bears a number of the series, by its id: the name is put once, in the taker's own commit. A
   * holder that bears its number already is a repeat, and gets the same one.
   */
  readonly bearerOf: (number: number) => Promise<string | undefined>;
}

/**
 * Numbers 1, 2, 3 … that many take at once without waiting for each other. A number is its taker's
 * alone for as long as a request can live; what was never used is given again. That nothing bears a
 * number twice is the commit's to say, which puts the name where it is absent.
 */
export interface Numbers {
  take(taker: Taker): Promise<number>;
  /** How many were given out, and which of them may still be on their way to what will bear them. */
  stateOf(series: string): Promise<NumberSeries>;
}
