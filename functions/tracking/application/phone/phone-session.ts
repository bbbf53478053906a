import { guess } from '#application/limit-tries.ts';
import { phoneSessionKey } from '#application/phone-session.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { sealedText } from '#functions/tracking/application/one-time-code.ts';
import type { Clock } from '#ports/clock.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import type { PhoneSessions } from '#ports/phone-sessions.ts';
import type { Random } from '#ports/random.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import { phoneCodeName } from './request-phone-code.ts';

interface Deps {
  readonly clock: Clock;
  readonly codes: Pick<OneTimeCodes, 'spendTry' | 'consume'>;
  readonly phoneSessions: PhoneSessions;
  readonly random: Pick<Random, 'secret'>;
  readonly seals: Seals;
  readonly tries: Tries;
}

export interface OpenPhoneSession {
  readonly phone: string;
  /** What the request for the code was answered. */
  readonly challenge: string;
  readonly otp: string;
  readonly sourceIp: string;
}

export interface OpenedPhoneSession {
  /** 256 bits; never logged, and kept as a hash. */
  readonly token: string;
  readonly expiresAt: Instant;
}

const sessionLife = minutes(30);
/** One count for all codes that an address types. */
const perAddress = { limit: 30, window: minutes(15) } as const;

/**
 * The digits of the SMS for a session of that phone. Wrong, used, expired, out of tries, of another
 * phone or asked for by somebody else: one answer for all. A try is spent before anything is compared,
 * and without the asker's challenge it is nobody's: knowing a number is not enough to burn its code.
 */
export const makeOpenPhoneSession =
  (deps: Deps) =>
  async (request: OpenPhoneSession): Promise<Outcome<OpenedPhoneSession>> => {
    const { clock, codes, phoneSessions, random, seals, tries } = deps;
    const now = clock.now();
    const name = `session-address#${request.sourceIp}`;
    const phone = await seals.mac('phone', request.phone);
    const typed = await guess(tries, now, { own: { name, ...perAddress } }, async () => {
      const codeName = phoneCodeName(seals, request.challenge);
      const kept = await codes.spendTry(codeName, now);
      if (!kept) return undefined;
      const fits = await seals.isMac('otp', sealedText(phone, kept.salt, request.otp), kept.seal);
      return fits && (await codes.consume(codeName, kept.seal)) ? phone : undefined;
    });
    if (!typed.ok) return typed;
    if (typed.value === undefined) return refuse({ code: 'otp-denied' });
    const token = random.secret();
    const expiresAt = plus(now, sessionLife);
    const session = { phone, openedAt: now, expiresAt };
    await phoneSessions.open(phoneSessionKey(seals, token), session);
    return done({ token, expiresAt });
  };

/** Đăng xuất. */
export const makeEndPhoneSession =
  ({ phoneSessions }: Pick<Deps, 'phoneSessions'>) =>
  async ({ session }: PhoneActor): Promise<Outcome<'ended'>> => {
    await phoneSessions.end(session);
    return done('ended');
  };
