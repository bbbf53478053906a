import { isLate } from '#functions/complaints/domain/complaint.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly index: DossierIndex;
  readonly clock: Clock;
}

/** As many as somebody can answer in a day; those whose day passed first stand first. */
const most = 100;

/**
 * Khiếu nại quá hạn: open complaints whose five or seven working days are over (TT 17/2017/TT-BTTTT art. 8), of
 * every office.
 */
export const makeWatchComplaints =
  ({ ledger, index, clock }: Deps) =>
  async (): Promise<number> => {
    const { items } = await index.listedSecond(complaintKind, 'all#open', { limit: most });
    const found = await Promise.all(items.map((id) => ledger.record(complaintKind, id)));
    return found.filter((each) => each !== undefined && isLate(each, clock.now())).length;
  };
