import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import type { Act } from '#domain/dossier/acts.ts';
import { termsAfterWait } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { admitLateAnswer } from '#domain/dossier/steps/admit-late.ts';
import { approveDecision, returnProposal } from '#domain/dossier/steps/approve.ts';
import {
  grantWithdrawal,
  refuseReception,
  resumeDossier,
  stopDossier,
} from '#domain/dossier/steps/end.ts';
import { type ExtensionAsked, extendDeadline } from '#domain/dossier/steps/extend.ts';
import { type ProlongationAsked, prolongTerm } from '#domain/dossier/steps/prolong.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { transferDossier } from '#domain/dossier/steps/transfer.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { type LeasedWork, worked } from './work-dossier.ts';

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

/** An act of the department that needs no lease: nobody works on the dossier then. */
export interface DeskAct {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

type Step = (dossier: Dossier, now: Instant) => Decision | Promise<Decision>;

/** What a department does besides asking for papers and deciding. */
export const makeDeskActs = (deps: Deps) => {
  const work = (act: Act, request: DeskAct, step: Step) =>
    decideOn(
      deps,
      act,
      request,
      ({ dossier }, now) => step(dossier, now),
      ({ change }) => worked(change.after),
    );
  return {
    extend: (request: LeasedWork & { readonly asked: ExtensionAsked }) =>
      work('extend-deadline', request, (dossier, now) => extending(deps, request, dossier, now)),
    prolong: (request: LeasedWork & { readonly asked: ProlongationAsked }) =>
      work('prolong-term', request, (dossier, now) => prolonging(deps, request, dossier, now)),
    stop: (request: LeasedWork & { readonly reason: string }) =>
      work('stop-dossier', request, (dossier, now) =>
        stopDossier(dossier, claimOf(request, now), request.reason),
      ),
    resume: (request: DeskAct) =>
      work('resume-dossier', request, (dossier, now) => resuming(deps, dossier, now)),
    admitLate: (request: DeskAct & { readonly reason: string }) =>
      work('admit-late-answer', request, (dossier, now) => admitting(deps, request, dossier, now)),
    transfer: (request: LeasedWork & { readonly to: string; readonly reason: string }) =>
      work('transfer-dossier', request, (dossier, now) =>
        transferring(deps, request, dossier, now),
      ),
    refuseReception: (request: DeskAct & { readonly reason: string }) =>
      work('refuse-reception', request, (dossier, now) =>
        refuseReception(dossier, { staff: request.actor, now }, request.reason),
      ),
    grantWithdrawal: (request: DeskAct) => work('grant-withdrawal', request, grantWithdrawal),
    approve: (request: DeskAct) =>
      work('approve-decision', request, (dossier, now) =>
        approveDecision(dossier, { staff: request.actor, now }),
      ),
    returnProposal: (request: DeskAct & { readonly reason: string }) =>
      work('return-proposal', request, (dossier, now) =>
        returnProposal(dossier, { staff: request.actor, now }, request.reason),
      ),
  };
};

const claimOf = ({ leaseNo, actor }: LeasedWork, now: Instant) => ({
  leaseNo,
  holder: actor.id,
  now,
});

/** What lies wrong must be where it belongs as fast as a new one (NĐ 118/2025 art. 18(2)). */
const transferring = async (
  { catalogue, calendars }: Deps,
  request: LeasedWork & { readonly to: string; readonly reason: string },
  dossier: Dossier,
  now: Instant,
): Promise<Decision> => {
  if (!catalogue.agency(request.to)?.takesDossiers) return refuse({ code: 'agency-unknown' });
  const by = transferBy(now, await calendars.current());
  if (!by.ok) return refuse({ code: 'calendar-missing', year: by.year });
  const { to, reason } = request;
  return transferDossier(dossier, claimOf(request, now), { to, reason, transferBy: by.value });
};

/** Only a leader's word allows a second extension. */
const extending = async (
  { calendars }: Deps,
  request: LeasedWork & { readonly asked: ExtensionAsked },
  dossier: Dossier,
  now: Instant,
): Promise<Decision> => {
  const { override, ...asked } = request.asked;
  const allowed = override !== undefined && request.actor.role === 'leader';
  return extendDeadline(
    dossier,
    claimOf(request, now),
    { ...asked, ...(allowed && { override }) },
    await calendars.current(),
  );
};

/** By the law of the version that the dossier was accepted under. */
const prolonging = async (
  { catalogue, calendars }: Deps,
  request: LeasedWork & { readonly asked: ProlongationAsked },
  dossier: Dossier,
  now: Instant,
): Promise<Decision> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const claim = claimOf(request, now);
  return prolongTerm(dossier, procedure.value, claim, request.asked, await calendars.current());
};

/** An answer after the last day, where that day was the department's own. */
const admitting = async (
  { catalogue, calendars }: Deps,
  { actor: staff, reason }: DeskAct & { readonly reason: string },
  dossier: Dossier,
  now: Instant,
): Promise<Decision> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const book = await calendars.current();
  return admitLateAnswer(dossier, procedure.value, { staff, now }, reason, book);
};

/** The time that stood still is left out of the term; what was left of it goes on. */
const resuming = async (
  { catalogue, calendars }: Deps,
  dossier: Dossier,
  now: Instant,
): Promise<Decision> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  if (!dossier.acceptance) return resumeDossier(dossier, { calendarVersions: [] });
  const wait = { from: dossier.stops?.at(-1)?.from ?? now, to: now };
  const terms = termsAfterWait(dossier, procedure.value, await calendars.current(), wait);
  return terms.ok ? resumeDossier(dossier, terms.value) : terms;
};
