import * as z from 'zod';
import { caseStatuses, nationalStatus } from '#domain/dossier/case-status.ts';
import { deliveryStates } from '#domain/shipment/delivery.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { Tracked } from '#functions/tracking/application/track-dossier.ts';
import { sentence } from './detail-view.ts';
import { statusText } from './texts.ts';

/** Code, status, dates and parcel; nothing about the person or what it is about (TT 01/2018 art. 16, since replaced by TT 03/2025). */
export const TrackedView = z.object({
  code: z.string(),
  status: z.enum(caseStatuses),
  statusText: sentence,
  nationalStatus: z.int(),
  acceptedAt: shape.isoTime.optional(),
  dueAt: shape.isoTime.optional(),
  decidedAt: shape.isoTime.optional(),
  delivery: z
    .object({
      carrier: z.string(),
      waybill: z.string(),
      state: z.enum(deliveryStates),
      deliveredAt: shape.isoTime.optional(),
    })
    .optional(),
});

export const trackedView = ({ dossier, parcel }: Tracked): z.output<typeof TrackedView> => {
  const { acceptance, backEntry, decision, delivery, status } = dossier;
  return {
    code: acceptance?.code ?? backEntry?.number ?? '',
    status,
    statusText: statusText[status],
    nationalStatus: nationalStatus[status],
    ...(acceptance && { acceptedAt: isoVietnam(acceptance.acceptedAt) }),
    ...(acceptance?.dueAt !== undefined && { dueAt: isoVietnam(acceptance.dueAt) }),
    ...(decision && { decidedAt: isoVietnam(decision.decidedAt) }),
    ...(delivery && {
      delivery: {
        carrier: delivery.carrier,
        waybill: delivery.waybill,
        state: parcel ?? 'label-made',
        ...(delivery.deliveredAt !== undefined && {
          deliveredAt: isoVietnam(delivery.deliveredAt),
        }),
      },
    }),
  };
};
