import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Dừng giải quyết, by the department or because papers did not come in time (status 8). */
export const DossierStoppedV1 = envelope(
  'vn.post-counter.dossier-stopped.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
