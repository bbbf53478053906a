import { limitTries } from '#application/limit-tries.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { days, hours, minutes, plus } from '#domain/time/instant.ts';
import type { OtpRequests } from '#functions/tracking/ports/otp-requests.ts';
import type { PhoneAsks } from '#functions/tracking/ports/phone-asks.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import type { Random } from '#ports/random.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';

interface Deps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Pick<Random, 'secret'>;
  readonly seals: Pick<Seals, 'sha256' | 'mac'>;
  readonly tries: Tries;
  readonly requests: OtpRequests;
  readonly phoneAsks: PhoneAsks;
}

/** One count for all codes that an address asks for, of dossiers and of phones. */
const perAddress = { limit: 10, window: hours(1) } as const;
/** A stranger who knows a number spends this much of its share (`send-otp.ts`), and no more. */
const perAddressAndNumber = { limit: 3, window: hours(1) } as const;
const perAddressAndNumberADay = { limit: 4, window: days(1) } as const;
/** The sender waits two minutes at most. */
const askLife = minutes(10);

/** What the code is kept under: nobody but the asker can spend its tries. */
export const phoneCodeName = ({ sha256 }: Pick<Seals, 'sha256'>, challenge: string): string =>
  `phone#${sha256(challenge)}`;

/**
 * The answer is the same whether anything is known of the number, whether it has had its share, and
 * whether the message arrives: the sender alone knows, and sends behind the caller's back.
 */
export const makeRequestPhoneCode =
  (deps: Deps) =>
  async (request: {
    readonly phone: string;
    readonly sourceIp: string;
  }): Promise<Outcome<{ readonly challenge: string }>> => {
    const { clock, ids, random, seals, tries, requests, phoneAsks } = deps;
    const now = clock.now();
    const name = `otp-address#${request.sourceIp}`;
    const pair = `${request.sourceIp}#${await seals.mac('phone', request.phone)}`;
    const refused = await limitTries(
      tries,
      now,
      { name, ...perAddress },
      { name: `otp-asker#${pair}`, ...perAddressAndNumber },
      { name: `otp-asker-day#${pair}`, ...perAddressAndNumberADay },
    );
    if (refused) return refused;
    const challenge = random.secret();
    const ask = { phone: request.phone, codeName: phoneCodeName(seals, challenge) };
    const id = ids.next(now);
    await phoneAsks.keep(id, ask, plus(now, askLife));
    await requests.ask({ id, askedAt: now, isOfPhone: true });
    return done({ challenge });
  };
