import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Nobody was met at the door: the papers wait at the post office. */
export const PapersHeldV1 = envelope(
  'vn.post-counter.papers-held.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
