import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Refused, refuse } from '#domain/refusal.ts';
import { hasLegs } from '../assignments.ts';
import { unanswered } from '../correction.ts';
import type { Dossier } from '../dossier.ts';
import { handing } from '../handing.ts';
import { departmentOf } from '../required.ts';
import { awaited } from './assign.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { findScan } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

/** The department echoes the manifest hash of the files that it opened: proof of readable receipt. */
export const acknowledge = (
  dossier: Dossier,
  claim: LeaseClaim,
  manifestHash: string,
): Decision => {
  const refused = forbidden('acknowledge', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  if (dossier.department?.acknowledgedAt !== undefined && dossier.status === 'in-progress')
    return refuse({ code: 'step-not-allowed', state: dossier.status, step: 'acknowledge' });
  if (manifestHash !== dossier.acceptance?.manifestHash)
    return refuse({ code: 'manifest-mismatch' });
  return done([{ type: 'dossier-acknowledged', leaseNo: claim.leaseNo, manifestHash }]);
};

export interface DecisionAsked {
  readonly outcome: 'approved' | 'refused';
  readonly resultScan: ScanId;
  readonly reason?: string;
  /** The officer knows that asked opinions are not here yet, and decides all the same. */
  readonly confirmsOpenConsultations?: boolean;
}

/**
 * Kết quả giải quyết: granted, or a negative result in writing with its reason (NĐ 61/2018 art. 19(8),
 * since replaced by NĐ 118/2025). Either way a document goes back to the citizen, so it must be there and
 * verified. Where the procedure wants two persons it is a proposal, and a leader makes it the decision.
 */
export const decide = (
  dossier: Dossier,
  procedure: Pick<Procedure, 'approval' | 'joint' | 'silenceIsConsent'>,
  claim: LeaseClaim,
  asked: DecisionAsked,
): Decision => {
  const { confirmsOpenConsultations = false, ...decided } = asked;
  const isConsent = procedure.silenceIsConsent !== undefined;
  const refused =
    forbidden('decide', dossier.status) ??
    unfit(dossier, claim) ??
    unopened(dossier) ??
    unseen(dossier) ??
    unplanned(dossier, procedure, asked) ??
    awaited(dossier, confirmsOpenConsultations, claim.now, isConsent) ??
    unfounded(dossier, asked);
  if (refused) return refused;
  const decision = { ...decided, decidedAt: claim.now, decidedBy: claim.holder };
  const { leaseNo } = claim;
  if (procedure.approval === 'leader')
    return done([{ type: 'decision-proposed', leaseNo, ...decision }]);
  const { agency } = departmentOf(dossier);
  return handing(dossier, [{ type: 'dossier-decided', leaseNo, agency, ...decision }]);
};

/**
 * A liên thông is not granted by its lead alone (NĐ 61/2018 art. 19(6), since replaced by NĐ 118/2025): the legs are planned, and each is
 * answered or recalled with a reason. A request may be refused before anybody else was troubled with it.
 */
const unplanned = (
  { assignments }: Dossier,
  { joint }: Pick<Procedure, 'joint'>,
  { outcome }: DecisionAsked,
): Refused | undefined =>
  joint && outcome === 'approved' && !hasLegs(assignments)
    ? refuse({ code: 'legs-unplanned' })
    : undefined;

/** Whoever decides knows of whom: what was corrected meanwhile is acknowledged first. */
export const unseen = ({ corrections }: Dossier): Refused | undefined => {
  const open = unanswered(corrections).map(({ id }) => id);
  return open.length > 0
    ? refuse({ code: 'correction-unacknowledged', corrections: open })
    : undefined;
};

/** Whoever decides has opened every file. */
const unopened = (dossier: Dossier): Refused | undefined => {
  const { acknowledgedAt, inbox } = departmentOf(dossier);
  return acknowledgedAt === undefined
    ? refuse({ code: 'step-not-allowed', state: inbox, step: 'decide' })
    : undefined;
};

/** The document is there and verified; a refusal says why. */
const unfounded = (dossier: Dossier, asked: DecisionAsked): Refused | undefined => {
  const result = findScan(dossier, asked.resultScan);
  if (result?.purpose !== 'result' || result.state !== 'verified')
    return refuse({ code: 'result-missing' });
  return asked.outcome === 'refused' && !asked.reason
    ? refuse({ code: 'reason-missing' })
    : undefined;
};
