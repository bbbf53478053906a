import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The papers of an ended dossier, handed over at the counter to a person whose papers were looked at. */
export const PapersPickedUpV1 = envelope(
  'vn.post-counter.papers-picked-up.v1',
  z.strictObject({
    version: dossierVersion,
    pickUp: z.string().length(26),
    receiver: z.enum(['self', 'authorised']),
  }),
);
