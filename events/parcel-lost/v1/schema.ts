import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Báo mất bưu gửi: declared lost; what was in it is made anew (QĐ 45/2016 art. 14). */
export const ParcelLostV1 = envelope(
  'vn.post-counter.parcel-lost.v1',
  z.strictObject({
    version: dossierVersion,
    shipment: z.string().length(26),
    waybill: z.string().min(1).max(30),
  }),
);
