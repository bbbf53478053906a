import { communeOf } from '#application/acceptance.ts';
import { type Deciding, decideOn } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Joint, Procedure } from '#domain/catalogue/procedure.ts';
import { type AssignmentState, stateOf } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  type Asked,
  consult,
  planLegs,
  type Rules,
  reassign,
  recall,
} from '#domain/dossier/steps/assign.ts';
import type { LeaseClaim } from '#domain/dossier/steps/lease.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { LeasedWork } from './work-dossier.ts';

export interface JointDeps extends Deciding {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

/** How every task of the dossier stands after a step. */
export interface JointWork {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly dueAt?: Instant;
  readonly assignments: readonly {
    readonly assignment: number;
    readonly agency: string;
    readonly state: AssignmentState;
    readonly dueAt?: Instant;
  }[];
}

/** What the lead agency does with other agencies; each step is fenced by its lease on the dossier. */
export const makeJointWork = (deps: JointDeps) => {
  const work = (
    request: LeasedWork,
    step: (dossier: Dossier, claim: LeaseClaim, rules: Rules) => Decision,
  ): Promise<Outcome<JointWork>> =>
    decideOn(
      deps,
      'assign-work',
      request,
      async ({ dossier }, now) => {
        const rules = await rulesOf(deps, dossier);
        const claim = { leaseNo: request.leaseNo, holder: request.actor.id, now };
        return rules.ok ? step(dossier, claim, rules.value) : rules;
      },
      ({ change }) => jointWork(change.after),
    );
  return {
    consult: (request: LeasedWork & { readonly asked: Asked }) =>
      work(request, (dossier, claim, rules) => {
        const [asked] = named(deps.catalogue, dossier, rules, [request.asked], claim.now);
        return asked ? consult(dossier, claim, rules, asked) : refuse({ code: 'agency-unknown' });
      }),
    planLegs: (request: LeasedWork & { readonly plan: Plan | undefined }) =>
      work(request, (dossier, claim, rules) => {
        const plan = request.plan ?? rules.procedure.joint;
        if (!plan) return refuse({ code: 'legs-unknown' });
        const legs = named(deps.catalogue, dossier, rules, plan.legs, claim.now);
        return legs.length === plan.legs.length
          ? planLegs(dossier, claim, rules, { ...plan, legs })
          : refuse({ code: 'agency-unknown' });
      }),
    reassign: (request: LeasedWork & { readonly assignment: number; readonly agency: string }) =>
      work(request, (dossier, claim, rules) => {
        const [to] = named(deps.catalogue, dossier, rules, [request], claim.now);
        const again = { id: request.assignment, agency: to?.agency ?? '' };
        return to ? reassign(dossier, claim, rules, again) : refuse({ code: 'agency-unknown' });
      }),
    recall: (request: LeasedWork & { readonly assignment: number; readonly reason: string }) =>
      work(request, (dossier, claim, rules) =>
        recall(dossier, claim, rules, { id: request.assignment, reason: request.reason }),
      ),
  };
};

export type Plan = Pick<Joint, 'mode' | 'legs'>;

export const rulesOf = async (
  { catalogue, calendars }: JointDeps,
  dossier: Dossier,
): Promise<Outcome<Rules>> => {
  const procedure = procedureOf(catalogue, dossier);
  return procedure.ok
    ? done({ procedure: procedure.value, book: await calendars.current() })
    : procedure;
};

/** With the agency that does the work today: the commune's, or the successor. Unknown ones fall out. */
const named = <T extends { readonly agency: string }>(
  catalogue: Catalogue,
  dossier: Dossier,
  { procedure }: Rules,
  tasks: readonly T[],
  now: Instant,
): readonly T[] =>
  tasks.flatMap((task) => {
    const agency = agencyOf(catalogue, dossier, { ...procedure, owner: task.agency }, now);
    return agency ? [{ ...task, agency }] : [];
  });

const agencyOf = (
  catalogue: Catalogue,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): string | undefined => {
  const agency = catalogue.ownerOf(procedure, dayOf(now), communeOf(catalogue, dossier));
  return agency?.takesDossiers ? agency.id : undefined;
};

const jointWork = ({ id, version, acceptance, assignments }: Dossier): JointWork => ({
  dossierId: id,
  version,
  ...(acceptance?.dueAt !== undefined && { dueAt: acceptance.dueAt }),
  assignments: assignments.map((assignment) => ({
    assignment: assignment.id,
    agency: assignment.agency,
    state: stateOf(assignment),
    ...(assignment.dueAt !== undefined && { dueAt: assignment.dueAt }),
  })),
});
