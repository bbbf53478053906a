import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Đã trả kết quả: proved to have reached the citizen. */
export const ResultDeliveredV1 = envelope(
  'vn.post-counter.result-delivered.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
