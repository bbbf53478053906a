import { limitTries } from '#application/limit-tries.ts';
import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import type { OneTimeCodes } from '#functions/tracking/ports/one-time-codes.ts';
import type { Clock } from '#ports/clock.ts';
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
    const refused = await limitTries(tries, now, { name, ...perAddress });
    if (refused) return refused;
    const dossierId = (await dossierOfReceipt(deps, receipt))?.dossier.id;
    const kept = await codes.spendTry(dossierId ?? receipt.code, now);
    if (!dossierId || !kept) return refuse({ code: 'otp-denied' });
    const fits = await seals.isMac('otp', sealedText(dossierId, kept.salt, otp), kept.seal);
    if (!fits || !(await codes.consume(dossierId, kept.seal)))
      return refuse({ code: 'otp-denied' });
    const expiresAt = plus(now, sessionLife);
    const claim = `${dossierId}.${expiresAt}`;
    const token = `${claim}.${await seals.mac('session', claim)}`;
    return done({ dossierId, token, expiresAt });
  };

/** The dossier that a session token opens now. */
export const openedBy = async (
  { seals, clock }: { readonly seals: Seals; readonly clock: Clock },
  token: string,
): Promise<Outcome<DossierId>> => {
  const [, claim = '', id = '', expiry = '', mac = ''] =
    /^(([0-9A-Z]{26})\.(\d{1,15}))\.([0-9a-f]{64})$/.exec(token.slice(0, 120)) ?? [];
  const isOurs = await seals.isMac('session', claim, mac);
  if (!isOurs || Number(expiry) <= clock.now()) return refuse({ code: 'session-invalid' });
  return done(id as DossierId);
};
