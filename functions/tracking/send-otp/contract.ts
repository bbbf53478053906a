import * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { instant } from '#domain/time/instant.ts';
import * as shape from '#edge/shapes.ts';

/** What `tracking/api` and `tracking/phone-session` put on the queue. */
export const AskedOtp = z.strictObject({
  id: shape.ulid,
  askedAt: z.int().transform(instant),
  dossierId: shape.ulid.transform((id) => id as DossierId).optional(),
  isOfPhone: z.literal(true).optional(),
});
