import { done, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from '../dossier.ts';
import { departmentOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

export interface Transfer {
  readonly to: string;
  readonly reason: string;
  /** When it must be there. */
  readonly transferBy: Instant;
}

/**
 * Chuyển hồ sơ: a dossier that lies with the wrong department goes to the right one. Code and promised
 * date stay, so the lost time is the agencies' own (domain §10.16).
 */
export const transferDossier = (
  dossier: Dossier,
  claim: LeaseClaim,
  { to, reason, transferBy }: Transfer,
): Decision => {
  const refused = forbidden('transfer', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  const { agency: from } = departmentOf(dossier);
  return from === to
    ? refuse({ code: 'agency-unknown' })
    : done([
        {
          type: 'dossier-transferred',
          why: 'mis-routed',
          from,
          to,
          reason,
          agency: to,
          transferBy,
        },
      ]);
};

/** Sắp xếp bộ máy: the agency has ended and another does its work; nobody's consent is needed. */
export const moveToSuccessor = (
  dossier: Dossier,
  { to, transferBy }: Omit<Transfer, 'reason'>,
): Decision => {
  const refused = forbidden('move-to-successor', dossier.status);
  if (refused) return refused;
  const from = dossier.department?.agency;
  if (from === undefined || from === to) return done([]);
  const reason = 'reorganisation';
  return done([
    { type: 'dossier-transferred', why: reason, from, to, reason, agency: to, transferBy },
  ]);
};
