import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { Seals } from '#ports/seals.ts';

/** What stands on the Giấy tiếp nhận: who holds the paper knows both. */
export interface ReceiptWords {
  /** Mã hồ sơ, already brought into its normal form. */
  readonly code: string;
  /** Mã tra cứu. */
  readonly secret: string;
}

/**
 * The dossier that code and secret name together. The secret is compared where there is no such
 * code, too: time must not tell which codes exist.
 */
export const dossierOfReceipt = async (
  { ledger, seals }: { readonly ledger: DossierLedger; readonly seals: Seals },
  { code, secret }: ReceiptWords,
): Promise<DossierId | undefined> => {
  const id = await ledger.findByCode(code);
  return (await seals.isTrackingSecret(id ?? code, secret)) ? id : undefined;
};
