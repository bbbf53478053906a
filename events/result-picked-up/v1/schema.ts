import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Trả kết quả tại quầy: handed over at the counter to a person whose papers were looked at. */
export const ResultPickedUpV1 = envelope(
  'vn.post-counter.result-picked-up.v1',
  z.strictObject({
    version: dossierVersion,
    pickUp: z.string().length(26),
    receiver: z.enum(['self', 'authorised']),
  }),
);
