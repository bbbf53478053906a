import { guess, limitTries } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { hours } from '#domain/time/instant.ts';
import type { OtpRequests } from '#functions/tracking/ports/otp-requests.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface RequestOtp extends ReceiptWords {
  readonly sourceIp: string;
}

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seals: Seals;
  readonly tries: Tries;
  readonly requests: OtpRequests;
}

/** Against bots that make others pay for SMS (reliability (b) "Citizen phone"): without the receipt, by
 * address; with it, by dossier, so that a hall of citizens on one address is no bot. */
const perAddress = { limit: 10, window: hours(1) } as const;
const perReceipt = perAddress;

/**
 * Whether code and secret fit shows neither in the answer nor in its time: the request goes to the
 * sender in both cases, which alone knows phone, limits and gateway. Ten are asked for in an hour either way.
 */
export const makeRequestOtp =
  (deps: Deps) =>
  async ({ sourceIp, ...receipt }: RequestOtp): Promise<Outcome<'asked'>> => {
    const { clock, ids, tries, requests } = deps;
    const now = clock.now();
    const name = `otp-address#${sourceIp}`;
    const shown = await guess(tries, now, { own: { name, ...perAddress } }, () =>
      dossierOfReceipt(deps, receipt),
    );
    if (!shown.ok) return shown;
    const dossierId = shown.value?.dossier.id;
    const refused =
      dossierId &&
      (await limitTries(tries, now, { name: `otp-receipt#${dossierId}`, ...perReceipt }));
    if (refused) return refused;
    await requests.ask({ id: ids.next(now), askedAt: now, ...(dossierId && { dossierId }) });
    return done('asked');
  };
