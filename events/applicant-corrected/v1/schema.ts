import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Đính chính: who applies, or whose matter it is, was taken down wrong. */
export const ApplicantCorrectedV1 = envelope(
  'vn.post-counter.applicant-corrected.v1',
  z.strictObject({ version: dossierVersion }),
);
