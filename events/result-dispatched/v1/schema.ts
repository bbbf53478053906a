import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The result is with the courier. */
export const ResultDispatchedV1 = envelope(
  'vn.post-counter.result-dispatched.v1',
  z.strictObject({
    version: dossierVersion,
    shipment: z.string().length(26),
    carrier: z.string().min(1).max(30),
    waybill: z.string().min(1).max(30),
  }),
);
