import { limitTries } from '#application/limit-tries.ts';
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

/** Against bots that make others pay for SMS (reliability (b) "Citizen phone"). */
const perAddress = { limit: 10, window: hours(1) } as const;

/**
 * Whether code and secret fit shows neither in the answer nor in its time: the request goes to the
 * sender in both cases, which alone knows phone, limits and gateway. The address is counted before
 * anything is looked at.
 */
export const makeRequestOtp =
  (deps: Deps) =>
  async ({ sourceIp, ...receipt }: RequestOtp): Promise<Outcome<'asked'>> => {
    const { clock, ids, tries, requests } = deps;
    const now = clock.now();
    const name = `otp-address#${sourceIp}`;
    const refused = await limitTries(tries, now, { name, ...perAddress });
    if (refused) return refused;
    const dossierId = (await dossierOfReceipt(deps, receipt))?.dossier.id;
    await requests.ask({ id: ids.next(now), askedAt: now, ...(dossierId && { dossierId }) });
    return done('asked');
  };
