import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { LimitLine } from '#ports/limit-line.ts';
import type { Page } from '#ports/unit-of-work.ts';

export const LimitsView = z.object({
  items: z.array(
    z.object({
      dossierId: shape.ulid,
      /** Mã hồ sơ, or the number of the Phiếu gửi. */
      number: z.string(),
      procedure: z.string(),
      office: z.string(),
      agency: z.string().optional(),
      /** The limit: a due date, the end of transit; of what nobody has opened, its arrival. */
      at: shape.isoTime,
    }),
  ),
  next: z.string().optional(),
});

export const limitsView = ({ items, next }: Page<LimitLine>): z.output<typeof LimitsView> => ({
  items: items.map(({ at, agency, ...line }) => ({
    ...line,
    at: isoVietnam(at),
    ...(agency !== undefined && { agency }),
  })),
  ...(next !== undefined && { next }),
});
