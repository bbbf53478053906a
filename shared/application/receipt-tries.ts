import { limitTries } from '#application/limit-tries.ts';
import type { Refused } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Tries } from '#ports/tries.ts';

export interface ReceiptTries {
  readonly tries: Tries;
  readonly clock: Clock;
}

/** Codes are sequential, so they can be guessed; the secret must not be. */
const perCode = { limit: 10, window: minutes(15) } as const;
const perAddress = { limit: 60, window: minutes(15) } as const;

/**
 * Counts a try with a receipt, by code and by address, before anything is looked at. One count for all
 * that a receipt opens: a guesser gains nothing by asking at two doors.
 */
export const limitReceiptTries = (
  { tries, clock }: ReceiptTries,
  { code, sourceIp }: { readonly code: string; readonly sourceIp: string },
): Promise<Refused | undefined> =>
  limitTries(
    tries,
    clock.now(),
    { name: `track-code#${code}`, ...perCode },
    { name: `track-address#${sourceIp}`, ...perAddress },
  );
