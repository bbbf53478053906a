import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { DossierLedger, StoredDossier } from '#ports/dossier-ledger.ts';
import type { Seals } from '#ports/seals.ts';

/** What stands on a paper of the counter: a number and a second secret, as they are kept. */
export interface PaperInHand {
  /** Mã hồ sơ, or the temporary number of a slip. */
  readonly code: string;
  /** Mã tra cứu. */
  readonly secret: string;
}

/**
 * The dossier whose receipt or slip somebody holds. A slip was printed before there was a dossier, so
 * its secret is made of its number; it also opens the mã hồ sơ that the SMS told its citizen. Loaded
 * and compared whether or not there is such a dossier: the time tells nothing.
 */
export const dossierOfPaper = async (
  { ledger, seals }: { readonly ledger: DossierLedger; readonly seals: Seals },
  { code, secret }: PaperInHand,
): Promise<StoredDossier | undefined> => {
  const id = await ledger.findByCode(code);
  const of = id ?? (code as DossierId);
  const stored = await ledger.load(of);
  const isOfReceipt = await seals.isTrackingSecret(of, secret);
  const isOfSlip = await seals.isTrackingSecret(stored?.dossier.backEntry?.number ?? of, secret);
  return id !== undefined && (isOfReceipt || isOfSlip) ? stored : undefined;
};
