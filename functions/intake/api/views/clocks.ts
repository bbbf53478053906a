import * as z from 'zod';
import type { CountedStretch } from '#domain/clocks/attribution.ts';
import { everyWarning } from '#domain/limits/warnings.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { DossierClocks } from '#functions/intake/application/read-clocks.ts';

const owners = ['citizen', 'post', 'department'] as const;

export const ClocksView = z.object({
  /** Working minutes by owner; they add up to the dossier's working life. */
  workingMinutes: z.object({ citizen: z.int(), post: z.int(), department: z.int() }),
  /** Every warning that was given of a limit, in its order. */
  warnings: z.array(
    z.object({ warning: z.enum(everyWarning), at: shape.isoTime, givenAt: shape.isoTime }),
  ),
  score: z.object({
    supplementRequests: z.int(),
    /** A second request counts as overdue (QĐ 766/QĐ-TTg). */
    isAskedTwice: z.boolean(),
    /** Decided after the date in force, or not decided and past it. */
    isLate: z.boolean(),
    countsAsOverdue: z.boolean(),
  }),
  stretches: z.array(
    z.object({
      owner: z.enum(owners),
      /** The post office or the agency. */
      place: z.string().optional(),
      from: shape.isoTime,
      to: shape.isoTime,
      workingMinutes: z.int(),
    }),
  ),
});

const placeOf = ({ owner }: CountedStretch): string | undefined => {
  if (owner.kind === 'post') return owner.office;
  return owner.kind === 'department' ? owner.agency : undefined;
};

export const clocksView = ({
  stretches,
  flags,
  score,
}: DossierClocks): z.output<typeof ClocksView> => {
  const workingMinutes = { citizen: 0, post: 0, department: 0 };
  for (const stretch of stretches) workingMinutes[stretch.owner.kind] += stretch.workingMinutes;
  return {
    workingMinutes,
    warnings: flags.map(({ warning, at, givenAt }) => ({
      warning,
      at: isoVietnam(at),
      givenAt: isoVietnam(givenAt),
    })),
    score,
    stretches: stretches.map((stretch) => {
      const place = placeOf(stretch);
      return {
        owner: stretch.owner.kind,
        ...(place !== undefined && { place }),
        from: isoVietnam(stretch.from),
        to: isoVietnam(stretch.to),
        workingMinutes: stretch.workingMinutes,
      };
    }),
  };
};
