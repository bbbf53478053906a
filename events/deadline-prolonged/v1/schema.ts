import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Kéo dài thời hạn theo luật: the law of the procedure itself gave more time (e.g. Luật Hộ tịch art. 18(2)). */
export const DeadlineProlongedV1 = envelope(
  'vn.post-counter.deadline-prolonged.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
