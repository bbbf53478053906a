import { decideOn, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type AssignmentState, findAssignment, stateOf } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { answerAssignment, type Opinion, takeAssignment } from '#domain/dossier/steps/answer.ts';
import { takeBackAssignment } from '#domain/dossier/steps/take-back-lease.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import { type JointDeps, rulesOf } from './joint-work.ts';

export interface AssignmentWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly assignment: number;
}

export interface AssignmentWorked {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly assignment: number;
  readonly state: AssignmentState;
  readonly leaseNo: number;
  readonly leasedUntil?: Instant;
  readonly dueAt?: Instant;
}

/** What an asked agency does: take its task up, answer it. Nothing else of the dossier is its. */
export const makeAnswerAssignment = (deps: JointDeps) => ({
  take: (request: AssignmentWork & { readonly leaseSeconds: number }) =>
    decideOn(
      deps,
      'answer-assignment',
      request,
      ({ dossier }, now) =>
        takeAssignment(dossier, ownOf(request), {
          holder: request.actor.id,
          span: seconds(request.leaseSeconds),
          now,
        }),
      ({ change }) => worked(change.after, request.assignment),
    ),
  takeBack: (request: AssignmentWork & { readonly leaseNo: number; readonly reason: string }) =>
    decideOn(
      deps,
      'take-back-assignment',
      request,
      ({ dossier }, now) => {
        const { leaseNo, reason, actor: by } = request;
        return takeBackAssignment(dossier, ownOf(request), { leaseNo, reason, by, now });
      },
      ({ change }) => worked(change.after, request.assignment),
    ),
  answer: (request: AssignmentWork & { readonly leaseNo: number; readonly opinion: Opinion }) =>
    decideOn(
      deps,
      'answer-assignment',
      request,
      async ({ dossier }, now) => {
        const rules = await rulesOf(deps, dossier);
        if (!rules.ok) return rules;
        const claim = { leaseNo: request.leaseNo, holder: request.actor.id, now };
        return answerAssignment(dossier, ownOf(request), claim, rules.value, request.opinion);
      },
      ({ change }) => worked(change.after, request.assignment),
    ),
});

const ownOf = ({ actor, assignment }: AssignmentWork) => ({
  id: assignment,
  agency: actor.agency ?? '',
});

const worked = (dossier: Dossier, id: number): AssignmentWorked => {
  const assignment = findAssignment(dossier, id);
  if (!assignment) throw new Error(`${dossier.id} has no assignment ${id}`);
  const { leaseNo, lease, dueAt } = assignment;
  return {
    dossierId: dossier.id,
    version: dossier.version,
    assignment: id,
    state: stateOf(assignment),
    leaseNo,
    ...(lease && { leasedUntil: lease.until }),
    ...(dueAt !== undefined && { dueAt }),
  };
};
