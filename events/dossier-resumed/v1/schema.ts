import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Giải quyết tiếp: a stopped dossier goes on, with the term that was left. */
export const DossierResumedV1 = envelope(
  'vn.post-counter.dossier-resumed.v1',
  z.strictObject({ version: dossierVersion }),
);
