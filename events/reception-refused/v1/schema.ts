import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Từ chối tiếp nhận: the department does not take the dossier in (status 3). */
export const ReceptionRefusedV1 = envelope(
  'vn.post-counter.reception-refused.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
