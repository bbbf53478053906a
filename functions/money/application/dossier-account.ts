import { everyListed } from '#application/every-listed.ts';
import { nothing, type Purses, plus } from '#domain/money/purses.ts';
import { type DossierAccount, emptyAccount } from '#functions/money/domain/dues.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { accountKind, receiptKind } from '#functions/money/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

interface Reading {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
}

export interface KeptAccount {
  readonly kept: DossierAccount | undefined;
  readonly account: DossierAccount;
}

/** The account of a dossier; before its first receipt, or of the time before accounts, summed and kept nowhere yet. */
export const accountOf = async (deps: Reading, dossierId: string): Promise<KeptAccount> => {
  const kept = await deps.ledger.record(accountKind, dossierId);
  if (kept) return { kept, account: kept };
  const taken = takenOf(await receiptsOf(deps, dossierId));
  return { kept, account: { ...emptyAccount(dossierId), taken } };
};

export const receiptsOf = async (
  { ledger, index }: Reading,
  dossierId: string,
): Promise<readonly ReceiptRecord[]> => {
  const ids = await everyListed((page) => index.listed(receiptKind, dossierId, page));
  const found = await Promise.all(ids.map((id) => ledger.record(receiptKind, id)));
  return found.filter((receipt) => receipt !== undefined);
};

/** What stands, given back or not. */
export const takenOf = (receipts: readonly ReceiptRecord[]): Purses =>
  receipts
    .filter(({ isReversed }) => !isReversed)
    .map(({ taken }) => taken)
    .reduce(plus, nothing);

/** The account after one more receipt, or with its sign turned one less. */
export const accountWrite = ({ kept, account }: KeptAccount, purses: Purses): RecordWrite => {
  const taken = plus(account.taken, purses);
  return recordWrite(accountKind, kept, { ...account, version: account.version + 1, taken });
};
