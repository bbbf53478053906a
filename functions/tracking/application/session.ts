import { guess } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { sealedText } from './one-time-code.ts';

export interface OpenSession extends ReceiptWords {
  readonly otp: string;
  readonly sourceIp: string;
}

export interface Session {
  readonly dossierId: DossierId;
  /** `<dossierId>.<expiry>.<mac>`: opens one dossier until then. Never logged. */
  readonly token: string;
  readonly expiresAt: Instant;
}

interface Deps {
  readonly ledger: UnitOfWork;
  readonly codes: OneTimeCodes;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly tries: Tries;
}

const sessionLife = minutes(15);
const perAddress = { limit: 30, window: minutes(15) } as const;

/**
 * What the receipt says and the digits of the SMS, for a session. Wrong, used, expired, out of tries
 * or no such dossier: one answer for all. A try is spent before the digits are compared, so that
 * parallel guesses gain nothing; without the receipt's secret it is not the dossier's, so that
 * nobody can burn a code that was sent to somebody else.
 */
export const makeOpenSession =
  (deps: Deps) =>
  async ({ otp, sourceIp, ...receipt }: OpenSession): Promise<Outcome<Session>> => {
    const { codes, clock, seals, tries } = deps;
    const now = clock.now();
    const name = `session-address#${sourceIp}`;
    const shown = await guess(tries, now, { own: { name, ...perAddress } }, async () => {
      const dossierId = (await dossierOfReceipt(deps, receipt))?.dossier.id;
      // Without the receipt a name that no code is kept under, whatever was typed: other codes' names
      // can be typed too.
      const kept = await codes.spendTry(dossierId ?? `no-receipt#${receipt.code}`, now);
      if (!dossierId || !kept) return undefined;
      const fits = await seals.isMac('otp', sealedText(dossierId, kept.salt, otp), kept.seal);
      return fits && (await codes.consume(dossierId, kept.seal)) ? dossierId : undefined;
    });
    if (!shown.ok) return shown;
    const dossierId = shown.value;
    if (!dossierId) return refuse({ code: 'otp-denied' });
    const expiresAt = plus(now, sessionLife);
    const claim = `${dossierId}.${expiresAt}`;
    const token = `${claim}.${await seals.mac('session', claim)}`;
    return done({ dossierId, token, expiresAt });
  };
