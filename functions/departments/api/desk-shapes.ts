import * as z from 'zod';
import { leaseNo } from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';

/** Who works at a department's desk: chuyên viên and lãnh đạo. */
export const who = ['officer', 'leader'] as const;
export const dossier = z.object({ dossierId: shape.ulid });

/** A dossier after a step of the desk. */
export const Worked = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  /** The case's status by name, as the step left it. */
  status: z.string(),
  leaseNo,
  /** Absent: nobody holds it. */
  leasedUntil: shape.isoTime.optional(),
});

/** What a step on a dossier may be refused for. */
export const onDossier = ['dossier-unknown', 'step-not-allowed'] as const;
/** And one under a lease. */
export const onLease = [...onDossier, 'lease-stale', 'lease-expired', 'lease-not-held'] as const;
