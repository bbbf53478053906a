import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A one-time code as it is kept: never the digits. */
export interface SealedCode {
  /** Another for each code, so that two codes of the same digits have different seals. */
  readonly salt: string;
  readonly seal: string;
}

/** At most one code a dossier. Every step is one atomic write, so that parallel guesses are all counted. */
export interface OneTimeCodes {
  /** Takes the place of the dossier's earlier code. */
  put(
    dossierId: DossierId,
    code: SealedCode & { readonly validUntil: Instant; readonly tries: number },
  ): Promise<void>;
  /** Spends a try; undefined when there is no valid code or no try left. */
  spendTry(dossierId: string, now: Instant): Promise<SealedCode | undefined>;
  /** True for one caller only. */
  consume(dossierId: string, seal: string): Promise<boolean>;
}
