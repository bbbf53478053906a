import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { FlaggedDelivery } from '#functions/returns/application/flagged-deliveries.ts';
import type { Page } from '#ports/unit-of-work.ts';

export const FlaggedDeliveries = z.object({
  items: z.array(
    z.object({
      shipmentId: shape.ulid,
      office: z.string(),
      carrier: z.string(),
      waybill: z.string(),
      dossierCode: z.string(),
      createdAt: shape.isoTime,
      flags: z.array(z.string()),
    }),
  ),
  next: z.string().optional(),
});

export const flaggedPage = ({
  items,
  next,
}: Page<FlaggedDelivery>): z.output<typeof FlaggedDeliveries> => ({
  items: items.map(({ id, createdAt, flags, ...line }) => ({
    shipmentId: id,
    ...line,
    createdAt: isoVietnam(createdAt),
    flags: [...flags],
  })),
  ...(next !== undefined && { next }),
});
