import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Yêu cầu bổ sung: the department needs more papers, listed once. */
export const SupplementRequestedV1 = envelope(
  'vn.post-counter.supplement-requested.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
