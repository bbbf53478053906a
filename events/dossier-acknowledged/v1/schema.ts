import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Đang xử lý: the department has opened the files and works on the dossier. */
export const DossierAcknowledgedV1 = envelope(
  'vn.post-counter.dossier-acknowledged.v1',
  z.strictObject({ version: dossierVersion }),
);
