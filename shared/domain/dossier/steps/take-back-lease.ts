import type { Staff } from '#domain/actor/actor.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { DepartmentSide, Dossier } from '../dossier.ts';
import { type OwnTask, ownOpenTask } from './answer.ts';
import { isLeasedAt } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

/** Of the lease that the leader has seen: another one since is another officer's. */
interface TakingBack {
  readonly leaseNo: number;
  readonly reason: string;
  readonly by: Staff;
  readonly now: Instant;
}

/** The fence goes on by one: what the holder still sends under the old number is refused. */
const takenBack = (
  side: Pick<DepartmentSide, 'lease' | 'leaseNo'>,
  { leaseNo, reason, by, now }: TakingBack,
): Outcome<{ leaseNo: number; holder: string; reason: string; takenBackBy: string }> => {
  const { lease, leaseNo: currentLeaseNo } = side;
  if (leaseNo !== currentLeaseNo) return refuse({ code: 'lease-stale', currentLeaseNo });
  if (!lease) return refuse({ code: 'lease-not-held' });
  return isLeasedAt(side, now)
    ? done({ leaseNo: leaseNo + 1, holder: lease.holder, reason, takenBackBy: by.id })
    : refuse({ code: 'lease-expired' });
};

/** Thu hồi hồ sơ đang giữ: the leader does it for an officer who is not there; anybody may take it up then. */
export const takeBackLease = (dossier: Dossier, asked: TakingBack): Decision => {
  const refused = forbidden('lease', dossier.status);
  if (refused) return refused;
  const { department } = dossier;
  if (!department) return refuse({ code: 'lease-not-held' });
  const taken = takenBack(department, asked);
  return taken.ok ? done([{ type: 'lease-taken-back', ...taken.value }]) : taken;
};

/** The same of a task of another agency, by that agency's leader. */
export const takeBackAssignment = (dossier: Dossier, own: OwnTask, asked: TakingBack): Decision => {
  const task = ownOpenTask(dossier, own);
  if (!task.ok) return task;
  const taken = takenBack(task.value, asked);
  return taken.ok ? done([{ type: 'assignment-taken-back', ...own, ...taken.value }]) : taken;
};
