import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Papers were not in the pouch when both sides counted it. */
export const PapersMissedV1 = envelope(
  'vn.post-counter.papers-missed.v1',
  z.strictObject({ version: dossierVersion, pouch: z.string().length(26) }),
);
