import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The citizen has the papers of an ended dossier back. */
export const PapersDeliveredV1 = envelope(
  'vn.post-counter.papers-delivered.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
