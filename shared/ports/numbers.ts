/** What a taker says of itself. */
export interface Taker {
  /** `code#<agency>#<day>`, `waybill#…`: the series. */
  readonly series: string;
  /** The thing that will bear the number, the same in every repeat of the same request. */
  readonly holder: string;
  /** Whether something bears a number of the series: its name is put once, in the taker's own commit. */
  readonly isUsed: (number: number) => Promise<boolean>;
}

/**
 * Numbers 1, 2, 3 … that many take at once without waiting for each other. A number is its taker's
 * alone for as long as a request can live; what was never used is given again. That nothing bears a
 * number twice is the commit's to say, which puts the name where it is absent.
 */
export interface Numbers {
  take(taker: Taker): Promise<number>;
  /**
   * `given`: the highest number that was given out, 0 where none was. `settled`: up to it each number
   * is borne by something or was never taken; the ones behind it may still be on their way.
   */
  stateOf(series: string): Promise<{ readonly given: number; readonly settled: number }>;
}
