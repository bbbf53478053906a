import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Papers of a dossier that ended without a result are with the courier. */
export const PapersDispatchedV1 = envelope(
  'vn.post-counter.papers-dispatched.v1',
  z.strictObject({
    version: dossierVersion,
    shipment: z.string().length(26),
    carrier: z.string().min(1).max(30),
    waybill: z.string().min(1).max(30),
  }),
);
