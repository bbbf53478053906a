import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, type Milliseconds, plus } from '#domain/time/instant.ts';
import { type Assignment, type AssignmentAnswer, answered } from '../assignments.ts';
import type { Dossier } from '../dossier.ts';
import { closing, inState, type Rules } from './assign.ts';
import { isLeasedAt, type LeaseClaim, unfitFor } from './lease.ts';
import { findScan } from './scans.ts';
import type { Decision } from './step.ts';

/** A task, and the agency that says it is its own. */
export interface OwnTask {
  readonly id: number;
  readonly agency: string;
}

/**
 * The open task of this agency; nobody works for another one, the lead neither. A task stays open
 * while the dossier waits for its citizen, and ends with the dossier.
 */
export const ownOpenTask = (dossier: Dossier, { id, agency }: OwnTask): Outcome<Assignment> => {
  const found = inState(dossier, id, ['open']);
  if (!found.ok) return found;
  return found.value.agency === agency ? found : refuse({ code: 'assignment-of-another' });
};

/** An officer of the asked agency takes the task up; `leaseNo` fences off everybody else. */
export const takeAssignment = (
  dossier: Dossier,
  own: OwnTask,
  by: { readonly holder: string; readonly span: Milliseconds; readonly now: Instant },
): Decision => {
  const task = ownOpenTask(dossier, own);
  if (!task.ok) return task;
  const { leaseNo, lease, agency, id } = task.value;
  if (isLeasedAt(task.value, by.now) && lease?.holder !== by.holder)
    return refuse({ code: 'lease-stale', currentLeaseNo: leaseNo });
  return done([
    {
      type: 'assignment-taken',
      id,
      agency,
      leaseNo: leaseNo + 1,
      holder: by.holder,
      until: plus(by.now, by.span),
    },
  ]);
};

export type Opinion = Pick<AssignmentAnswer, 'outcome' | 'opinion' | 'scan'>;

/** Văn bản trả lời: what the agency holds of it, with its document where there is one. */
export const answerAssignment = (
  dossier: Dossier,
  own: OwnTask,
  claim: LeaseClaim,
  rules: Rules,
  opinion: Opinion,
): Decision => {
  const task = ownOpenTask(dossier, own);
  if (!task.ok) return task;
  const refused = unfitFor(task.value, claim) ?? unreadable(dossier, own.id, opinion.scan);
  if (refused) return refused;
  const answer = { ...opinion, answeredAt: claim.now, answeredBy: claim.holder };
  const { id, agency } = task.value;
  const fact = { type: 'assignment-answered', leaseNo: claim.leaseNo, id, agency } as const;
  return closing(dossier, { ...fact, ...answer }, rules, claim.now, (open) =>
    answered(open, answer),
  );
};

/** The document must be one of this task, and verified. */
const unreadable = (dossier: Dossier, assignment: number, scanId: ScanId | undefined) => {
  if (scanId === undefined) return undefined;
  const scan = findScan(dossier, scanId);
  if (scan?.assignment !== assignment) return refuse({ code: 'scan-unknown' });
  return scan.state === 'verified'
    ? undefined
    : refuse({ code: 'scan-unverified', scans: [scanId] });
};
