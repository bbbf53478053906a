import type { Remittance } from '#functions/money/domain/records.ts';
import { remittanceKind } from '#functions/money/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export const findRemittance = async (
  ledger: UnitOfWork,
  number: string,
): Promise<Remittance | undefined> => {
  const id = await ledger.findRecord(remittanceKind, number);
  return id === undefined ? undefined : ledger.record(remittanceKind, id);
};
