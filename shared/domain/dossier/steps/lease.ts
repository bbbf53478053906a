import { done, type Refused, refuse } from '#domain/refusal.ts';
import { type Instant, type Milliseconds, minus, plus } from '#domain/time/instant.ts';
import type { DepartmentSide, Dossier } from '../dossier.ts';
import { type Decision, forbidden } from './step.ts';

/** A lease counts as live this long past its end, so that two clocks never both think they hold it. */
const skewMargin = 30_000 as Milliseconds;

/** The message from the queue has arrived: the dossier lies in the department's inbox. */
export const reachDepartment = (dossier: Dossier, agency: string): Decision => {
  if (!dossier.department) return refuse({ code: 'dossier-unknown' });
  // Transferred before the message came, or came again: another department's by now.
  if (dossier.department.agency !== agency) return done([]);
  if (dossier.department.inbox !== 'on-its-way') return done([]);
  return (
    forbidden('reach-department', dossier.status) ?? done([{ type: 'department-reached', agency }])
  );
};

/** What can be held by one officer at a time: a dossier at its department, a task at another agency. */
type Leasable = Pick<DepartmentSide, 'lease' | 'leaseNo'>;

export const isLeasedAt = ({ lease }: Leasable, now: Instant): boolean =>
  lease !== undefined && now < plus(lease.until, skewMargin);

/** A lease that ended then or before holds nothing any more. */
export const lapsedBy = (now: Instant): Instant => minus(now, skewMargin);

/** Gives the dossier to one holder; `leaseNo` is the fence that every later write must carry. */
export const grantLease = (
  dossier: Dossier,
  holder: string,
  span: Milliseconds,
  now: Instant,
): Decision => {
  const refused = forbidden('lease', dossier.status);
  if (refused) return refused;
  const { department } = dossier;
  if (!department || department.inbox === 'on-its-way') return refuse({ code: 'dossier-unknown' });
  if (department.inbox === 'approving')
    return refuse({ code: 'step-not-allowed', state: department.inbox, step: 'lease' });
  if (isLeasedAt(department, now) && department.lease?.holder !== holder)
    return refuse({ code: 'lease-stale', currentLeaseNo: department.leaseNo });
  const leaseNo = department.leaseNo + 1;
  return done([{ type: 'lease-granted', leaseNo, holder, until: plus(now, span) }]);
};

export interface LeaseClaim {
  readonly leaseNo: number;
  readonly holder: string;
  readonly now: Instant;
}

/** Why this claim is not the live lease; undefined when it is. */
export const unfit = ({ department }: Dossier, claim: LeaseClaim): Refused | undefined =>
  department ? unfitFor(department, claim) : refuse({ code: 'lease-not-held' });

export const unfitFor = ({ lease, leaseNo }: Leasable, claim: LeaseClaim): Refused | undefined => {
  if (claim.leaseNo !== leaseNo) return refuse({ code: 'lease-stale', currentLeaseNo: leaseNo });
  if (lease?.holder !== claim.holder) return refuse({ code: 'lease-not-held' });
  if (claim.now >= lease.until) return refuse({ code: 'lease-expired' });
  return undefined;
};

export const extendLease = (dossier: Dossier, claim: LeaseClaim, span: Milliseconds): Decision =>
  forbidden('lease', dossier.status) ??
  unfit(dossier, claim) ??
  done([{ type: 'lease-extended', leaseNo: claim.leaseNo, until: plus(claim.now, span) }]);

export const releaseLease = (dossier: Dossier, claim: LeaseClaim): Decision =>
  forbidden('lease', dossier.status) ??
  unfit(dossier, claim) ??
  done([{ type: 'lease-released', leaseNo: claim.leaseNo }]);
