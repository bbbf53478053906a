import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The agency has answered a correction; what it grants is in force. */
export const CorrectionAnsweredV1 = envelope(
  'vn.post-counter.correction-answered.v1',
  z.strictObject({
    version: dossierVersion,
    answer: z.enum(['acknowledged', 'granted', 'declined']),
  }),
);
