import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { Registered } from '#functions/intake/application/register-dossier.ts';

/** `earlier`: the same person handed in for the same procedure at this office before. */
export const RegisteredView = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  earlier: z
    .object({
      dossierId: shape.ulid,
      /** Mã hồ sơ, the slip's number, or the id while there is neither. */
      number: z.string(),
      status: z.string(),
      registeredAt: shape.isoTime,
    })
    .optional(),
});

export const registeredView = ({
  dossierId,
  version,
  earlier,
}: Registered): z.output<typeof RegisteredView> => ({
  dossierId,
  version,
  ...(earlier && {
    earlier: { ...earlier, registeredAt: isoVietnam(earlier.registeredAt) },
  }),
});
