/**
 * Whoever holds a telephone: a code that was sent to it was typed. Proves no name and no identity; a
 * number is shared in families, and passed on by its telephone company.
 */
export interface PhoneActor {
  readonly kind: 'phone';
  /** Keyed hash of the number, which itself is not kept. */
  readonly phone: string;
  /** What the session is kept under. */
  readonly session: string;
}
