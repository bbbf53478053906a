import * as z from 'zod';
import { type ChosenDelivery, dayParts } from '#domain/dossier/chosen-delivery.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';

/** Cách nhận kết quả mà công dân đã chọn. */
export const ChosenDeliveryShape = z.object({
  to: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('office'), office: z.string(), name: z.string() }),
      z.object({
        kind: z.literal('address'),
        commune: z.string(),
        name: z.string(),
        address: z.string(),
      }),
    ])
    .optional(),
  wish: z.object({ day: z.string(), part: z.enum(dayParts).optional() }).optional(),
  /** What it costs above what was stated, in đồng. */
  moreVnd: z.int(),
  chosenAt: shape.isoTime,
});

/** `name`: what the place is called, without the door. */
export const chosenDeliveryView = (
  { to, wish, moreVnd, chosenAt }: ChosenDelivery,
  name: string,
): z.output<typeof ChosenDeliveryShape> => ({
  ...(to && { to: { ...to, name } }),
  ...(wish && { wish }),
  moreVnd,
  chosenAt: isoVietnam(chosenAt),
});
