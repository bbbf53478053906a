import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Nobody was met at the door: the result waits at the post office. */
export const ResultHeldV1 = envelope(
  'vn.post-counter.result-held.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
