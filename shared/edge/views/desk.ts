import * as z from 'zod';
import type { DossierNames } from '#application/dossier-names.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';

/** A member of staff; `name` is absent until somebody has heard it. */
export const StaffShape = z.object({ id: z.string(), name: z.string().optional() });

/** Waits for a leader: what an officer of the agency would decide. */
export const ProposalShape = z.object({
  outcome: z.enum(['approved', 'refused']),
  proposedAt: shape.isoTime,
  proposedBy: StaffShape,
  resultScan: shape.ulid,
  reason: z.string().optional(),
});

export const proposalView = ({
  outcome,
  decidedAt,
  by,
  resultScan,
  reason,
}: NonNullable<DossierNames['proposal']>): z.output<typeof ProposalShape> => ({
  outcome,
  proposedAt: isoVietnam(decidedAt),
  proposedBy: by,
  resultScan,
  ...(reason !== undefined && { reason }),
});
