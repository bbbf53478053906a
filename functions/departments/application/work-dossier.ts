import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Act } from '#domain/dossier/acts.ts';
import { awaitsReceipt, movedByReceipt } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { acknowledge, type DecisionAsked, decide } from '#domain/dossier/steps/decide.ts';
import { extendLease, type LeaseClaim, releaseLease } from '#domain/dossier/steps/lease.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { takeBackLease } from '#domain/dossier/steps/take-back-lease.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { type Instant, seconds } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
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

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

/** The four things an officer does with a leased dossier; each is fenced by `leaseNo`. */
export const makeWorkDossier = (deps: Deps) => {
  const work = (
    act: Act,
    request: LeasedWork,
    step: (dossier: Dossier, claim: LeaseClaim) => Decision | Promise<Decision>,
  ): Promise<Outcome<Worked>> =>
    decideOn(
      deps,
      act,
      request,
      ({ dossier }, now) =>
        step(dossier, { leaseNo: request.leaseNo, holder: request.actor.id, now }),
      ({ change }) => worked(change.after),
    );
  return {
    acknowledge: (request: LeasedWork & { readonly manifestHash: string }) =>
      work('acknowledge-dossier', request, (dossier, claim) =>
        acknowledging(deps, dossier, claim, request.manifestHash),
      ),
    extend: (request: LeasedWork & { readonly leaseSeconds: number }) =>
      work('lease-dossier', request, (dossier, claim) =>
        extendLease(dossier, claim, seconds(request.leaseSeconds)),
      ),
    release: (request: LeasedWork) => work('lease-dossier', request, releaseLease),
    takeBack: (request: LeasedWork & { readonly reason: string }) =>
      work('take-back-lease', request, (dossier, { leaseNo, now }) =>
        takeBackLease(dossier, { leaseNo, reason: request.reason, by: request.actor, now }),
      ),
    decide: (request: LeasedWork & { readonly asked: DecisionAsked }) =>
      work('decide-dossier', request, (dossier, claim) => {
        const procedure = procedureOf(deps.catalogue, dossier);
        return procedure.ok ? decide(dossier, procedure.value, claim, request.asked) : procedure;
      }),
  };
};

/** With its word the term begins of what a counter elsewhere took in (NĐ 118/2025 art. 17(3)). */
const acknowledging = async (
  { catalogue, calendars }: Deps,
  dossier: Dossier,
  claim: LeaseClaim,
  manifestHash: string,
): Promise<Decision> => {
  const acknowledged = acknowledge(dossier, claim, manifestHash);
  if (!acknowledged.ok || !awaitsReceipt(dossier)) return acknowledged;
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const moved = movedByReceipt(dossier, procedure.value, await calendars.current(), claim.now);
  if (!moved.ok || !moved.value) return moved.ok ? acknowledged : moved;
  return done([
    ...acknowledged.value,
    { type: 'deadline-reannounced', amendment: receiptAmendment, ...moved.value },
  ]);
};

/** Stands in place of a calendar's amendment: the date moved because the term began later. */
const receiptAmendment = 'receipt-by-competent-agency';

export const worked = ({ id, version, status, department }: Dossier): Worked => ({
  dossierId: id,
  version,
  status,
  leaseNo: department?.leaseNo ?? 0,
  ...(department?.lease && { leasedUntil: department.lease.until }),
});
