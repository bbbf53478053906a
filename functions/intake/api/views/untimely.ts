import * as z from 'zod';
import { takenTimeFaults, type Untimely } from '#domain/offline/untimely-time.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { UntimelyLine } from '#functions/intake/application/offline/untimely-entries.ts';

/** Times that were told of a slip and cannot have been. */
export const untimelyTimes = {
  /** How often another one was told; `told` has the first of them and the last. */
  count: z.int(),
  told: z.array(
    z.object({
      takenAt: shape.isoTime,
      why: z.enum(takenTimeFaults),
      by: z.string(),
      at: shape.isoTime,
      settled: z.object({ by: z.string(), at: shape.isoTime, finding: z.string() }).optional(),
    }),
  ),
} as const;
const UntimelyTimes = z.object(untimelyTimes);

export const UntimelyLineView = UntimelyTimes.extend({
  number: z.string(),
  block: z.string(),
  office: z.string(),
  device: z.string(),
});

export const untimelyView = ({ count, told }: Untimely): z.output<typeof UntimelyTimes> => ({
  count,
  told: told.map(({ takenAt, why, by, at, settled }) => ({
    takenAt: isoVietnam(takenAt),
    why,
    by,
    at: isoVietnam(at),
    ...(settled && { settled: { ...settled, at: isoVietnam(settled.at) } }),
  })),
});

export const untimelyLineView = ({
  block: { id, office, device, untimely },
  number,
}: UntimelyLine): z.output<typeof UntimelyLineView> => ({
  number,
  block: id,
  office,
  device,
  ...untimelyView(untimely?.[number] ?? { count: 0, told: [] }),
});
