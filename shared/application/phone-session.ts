import type { PhoneActor } from '#domain/actor/phone.ts';
import type { Clock } from '#ports/clock.ts';
import type { PhoneSessions } from '#ports/phone-sessions.ts';
import type { Seals } from '#ports/seals.ts';

interface Deps {
  readonly phoneSessions: PhoneSessions;
  readonly seals: Pick<Seals, 'sha256'>;
  readonly clock: Clock;
}

/** What a session is kept under: whoever reads the table can open none. */
export const phoneSessionKey = ({ sha256 }: Pick<Seals, 'sha256'>, token: string): string =>
  sha256(`phone-session\n${token}`);

/** The telephone behind a session's token; undefined for one that was never given, or is over. */
export const makeReadPhoneSession =
  ({ phoneSessions, seals, clock }: Deps) =>
  async (token: string): Promise<PhoneActor | undefined> => {
    const session = phoneSessionKey(seals, token);
    const found = await phoneSessions.find(session, clock.now());
    return found && { kind: 'phone', phone: found.phone, session };
  };
