import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';

/**
 * The dossier that a session token opens now. Who holds one had the receipt and the telephone of the
 * dossier: staff have the first and not the second.
 */
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
