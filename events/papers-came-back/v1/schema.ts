import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Nobody took the papers: they are where they were sent from. */
export const PapersCameBackV1 = envelope(
  'vn.post-counter.papers-came-back.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
