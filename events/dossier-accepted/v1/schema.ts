import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Hồ sơ đã được tiếp nhận: accepted at the counter and routed to the agency. */
export const DossierAcceptedV1 = envelope(
  'vn.post-counter.dossier-accepted.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId, office: z.string().min(1).max(60) }),
);
