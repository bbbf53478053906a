import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { acknowledge, type DecisionAsked, decide } from '#domain/dossier/steps/decide.ts';
import { extendLease, type LeaseClaim, releaseLease } from '#domain/dossier/steps/lease.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** What every write of a department carries: the dossier and the fence. */
export interface LeasedWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly leaseNo: number;
}

export interface Worked {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly status: Dossier['status'];
  readonly leaseNo: number;
  readonly leasedUntil?: Instant;
}

/** The four things an officer does with a leased dossier; each is fenced by `leaseNo`. */
export const makeWorkDossier = (deps: Deciding & { readonly catalogue: Catalogue }) => {
  const work = (
    request: LeasedWork,
    step: (dossier: Dossier, claim: LeaseClaim) => Decision,
  ): Promise<Outcome<Worked>> =>
    decideOn(
      deps,
      request,
      ({ dossier }, now) =>
        step(dossier, { leaseNo: request.leaseNo, holder: request.actor.id, now }),
      ({ change }) => worked(change.after),
    );
  return {
    acknowledge: (request: LeasedWork & { readonly manifestHash: string }) =>
      work(request, (dossier, claim) => acknowledge(dossier, claim, request.manifestHash)),
    extend: (request: LeasedWork & { readonly leaseSeconds: number }) =>
      work(request, (dossier, claim) => extendLease(dossier, claim, seconds(request.leaseSeconds))),
    release: (request: LeasedWork) => work(request, releaseLease),
    decide: (request: LeasedWork & { readonly asked: DecisionAsked }) =>
      work(request, (dossier, claim) => {
        const procedure = procedureOf(deps.catalogue, dossier);
        return procedure.ok ? decide(dossier, procedure.value, claim, request.asked) : procedure;
      }),
  };
};

export const worked = ({ id, version, status, department }: Dossier): Worked => ({
  dossierId: id,
  version,
  status,
  leaseNo: department?.leaseNo ?? 0,
  ...(department?.lease && { leasedUntil: department.lease.until }),
});
