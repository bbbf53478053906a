import { guess } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

export interface ReceiptTries {
  readonly ledger: UnitOfWork;
  readonly seals: Seals;
  readonly tries: Tries;
  readonly clock: Clock;
}

const perAddress = { limit: 60, window: minutes(15) } as const;
/** Codes are sequential, so they can be guessed; the secret must not be. */
const perCode = { limit: 10, window: minutes(15) } as const;

/**
 * The dossier of a receipt that somebody on the open network shows. Wrong guesses count by address and by
 * code, in one count for all that a receipt opens: a guesser gains nothing by asking at two doors. The
 * right secret has 40 bits and is let in whatever others guessed at its code (ADR 019).
 */
export const openReceipt = async (
  deps: ReceiptTries,
  { sourceIp, ...receipt }: ReceiptWords & { readonly sourceIp: string },
): Promise<Outcome<StoredDossier>> => {
  const shown = await guess(
    deps.tries,
    deps.clock.now(),
    {
      own: { name: `track-address#${sourceIp}`, ...perAddress },
      shared: { name: `track-code#${receipt.code}`, ...perCode },
    },
    () => dossierOfReceipt(deps, receipt),
  );
  if (!shown.ok) return shown;
  return shown.value ? done(shown.value) : refuse({ code: 'tracking-denied' });
};
