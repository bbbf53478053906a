import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Chuyển hồ sơ: from here on it is another department's; code and date stay. */
export const DossierTransferredV1 = envelope(
  'vn.post-counter.dossier-transferred.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
