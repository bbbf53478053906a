import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Phiếu gửi: the post has taken the papers and will hand them over; nothing is filed yet. */
export const SlipIssuedV1 = envelope(
  'vn.post-counter.slip-issued.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
