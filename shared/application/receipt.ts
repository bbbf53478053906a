import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Seals } from '#ports/seals.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

/** What stands on the Giấy tiếp nhận or on a paper slip: who holds the paper knows both. */
export interface ReceiptWords {
  /** Mã hồ sơ or temporary number, already brought into its normal form. */
  readonly code: string;
  /** Mã tra cứu. */
  readonly secret: string;
}

/**
 * The dossier that code and secret name together. A slip was printed before there was a dossier, so its
 * secret is made of its number; it also opens the mã hồ sơ that the SMS told its citizen. Loaded and
 * compared where there is no such code, too: time must not tell which codes exist.
 */
export const dossierOfReceipt = async (
  { ledger, seals }: { readonly ledger: UnitOfWork; readonly seals: Seals },
  { code, secret }: ReceiptWords,
): Promise<StoredDossier | undefined> => {
  const id = await ledger.findByCode(code);
  const of = id ?? (code as DossierId);
  const stored = await ledger.load(of);
  const isOfReceipt = await seals.isTrackingSecret(of, secret);
  const isOfSlip = await seals.isTrackingSecret(stored?.dossier.backEntry?.number ?? of, secret);
  return id !== undefined && (isOfReceipt || isOfSlip) ? stored : undefined;
};
