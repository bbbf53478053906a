import type { Instant } from '#domain/time/instant.ts';

/** A one-time code as it is kept: never the digits. */
export interface SealedCode {
  /** Another for each code, so that two codes of the same digits have different seals. */
  readonly salt: string;
  readonly seal: string;
}

/**
 * At most one code a name, which says what it opens. Every step is one atomic write, so that parallel
 * guesses are all counted.
 */
export interface OneTimeCodes {
  /** Takes the place of the name's earlier code. */
  put(
    name: string,
    code: SealedCode & { readonly validUntil: Instant; readonly tries: number },
  ): Promise<void>;
  /** Spends a try; undefined when there is no valid code or no try left. */
  spendTry(name: string, now: Instant): Promise<SealedCode | undefined>;
  /** True for one caller only. */
  consume(name: string, seal: string): Promise<boolean>;
}
