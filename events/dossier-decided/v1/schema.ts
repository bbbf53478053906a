import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Đã có kết quả: granted, or refused in writing. */
export const DossierDecidedV1 = envelope(
  'vn.post-counter.dossier-decided.v1',
  z.strictObject({
    version: dossierVersion,
    agency: agencyId,
    outcome: z.enum(['approved', 'refused']),
  }),
);
