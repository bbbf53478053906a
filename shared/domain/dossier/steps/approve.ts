import type { Staff } from '#domain/actor/actor.ts';
import { done, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { CaseDecision, Dossier } from '../dossier.ts';
import { handing } from '../handing.ts';
import { departmentOf } from '../required.ts';
import { unseen } from './decide.ts';
import { type Decision, forbidden } from './step.ts';

interface Leader {
  readonly staff: Staff;
  readonly now: Instant;
}

/** The proposal that this leader may judge: there is one, and it is somebody else's. */
const judged = (
  dossier: Dossier,
  { staff }: Leader,
): { readonly proposal: CaseDecision } | Refused => {
  const refused = forbidden('approve', dossier.status);
  if (refused) return refused;
  const { proposal } = dossier;
  if (!proposal) return refuse({ code: 'proposal-missing' });
  return proposal.decidedBy === staff.id ? refuse({ code: 'same-signatory' }) : { proposal };
};

/** Lãnh đạo duyệt: two persons stand behind the decision, and the second one's time is its time. */
export const approveDecision = (dossier: Dossier, leader: Leader): Decision => {
  const found = judged(dossier, leader);
  if (!('proposal' in found)) return found;
  const corrected = unseen(dossier);
  if (corrected) return corrected;
  const { proposal } = found;
  const { leaseNo, agency } = departmentOf(dossier);
  return handing(dossier, [
    {
      type: 'dossier-decided',
      leaseNo,
      agency,
      ...proposal,
      proposedBy: proposal.decidedBy,
      decidedBy: leader.staff.id,
      decidedAt: leader.now,
    },
  ]);
};

/** Trả lại chuyên viên, with what is to be done. */
export const returnProposal = (dossier: Dossier, leader: Leader, reason: string): Decision => {
  const found = judged(dossier, leader);
  if (!('proposal' in found)) return found;
  return done([{ type: 'proposal-returned', reason, returnedBy: leader.staff.id }]);
};
