import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Nhắc hạn: the last day for papers or a payment that were asked for is near. */
export const CitizenRemindedV1 = envelope(
  'vn.post-counter.citizen-reminded.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
