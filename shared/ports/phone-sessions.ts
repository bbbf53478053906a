import type { Instant } from '#domain/time/instant.ts';

export interface PhoneSession {
  /** Keyed hash of the number. */
  readonly phone: string;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

/** Sessions by the hash of their token, which is with the citizen alone. Kept no longer than they hold. */
export interface PhoneSessions {
  /** @throws where there is such a session already. */
  open(key: string, session: PhoneSession): Promise<void>;
  /** One that has ended, by itself or by its holder, is not there. */
  find(key: string, now: Instant): Promise<PhoneSession | undefined>;
  /** Again, or where there is none, is no harm. */
  end(key: string): Promise<void>;
}
