import { endLoss } from '#domain/handover/lost-result.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import { lostResultKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Said {
  readonly by: string;
  readonly now: Instant;
}

/** A result that a pouch had lost is made anew: nobody looks for the old one. Nothing where it was lost otherwise. */
export const lossEnded = async (
  ledger: UnitOfWork,
  id: string,
  { by, now }: Said,
): Promise<readonly RecordWrite[]> => {
  const lost = await ledger.record(lostResultKind, id);
  if (!lost || lost.ended) return [];
  return [recordWrite(lostResultKind, lost, endLoss(lost, 'reissued', by, now))];
};

/** The same of an order, by what was done with it. */
export const orderLossEnded = async (
  ledger: UnitOfWork,
  before: ReturnOrder,
  after: ReturnOrder,
  said: Said,
): Promise<readonly RecordWrite[]> =>
  before.holder.kind === 'missing' && after.holder.kind === 'agency'
    ? lossEnded(ledger, before.id, said)
    : [];
