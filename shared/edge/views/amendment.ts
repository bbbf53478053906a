import * as z from 'zod';
import type { CalendarAmendment } from '#domain/deadline/amendment.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';

const Days = z.array(z.object({ day: z.string(), name: z.string() }));

export const AmendmentView = z.object({
  amendmentId: shape.ulid,
  holidays: Days,
  makeUpDays: Days,
  reason: z.string(),
  proposedAt: shape.isoTime,
  confirmedAt: shape.isoTime.optional(),
  reannounces: z.boolean().optional(),
  /** Dossiers that have a new date by now. */
  moved: z.int(),
  announcedAt: shape.isoTime.optional(),
});

export const amendmentView = (amendment: CalendarAmendment): z.output<typeof AmendmentView> => {
  const { id, holidays, makeUpDays, reason, proposed, confirmed } = amendment;
  return {
    amendmentId: id,
    holidays: [...holidays],
    makeUpDays: [...makeUpDays],
    reason,
    proposedAt: isoVietnam(proposed.at),
    ...(confirmed && {
      confirmedAt: isoVietnam(confirmed.at),
      reannounces: confirmed.reannounces,
    }),
    moved: amendment.announcing?.moved ?? 0,
    ...(amendment.announcedAt !== undefined && { announcedAt: isoVietnam(amendment.announcedAt) }),
  };
};
