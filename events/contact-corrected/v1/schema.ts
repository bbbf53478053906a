import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The applicant's phone was corrected: what still matters is said again, to the new number. */
export const ContactCorrectedV1 = envelope(
  'vn.post-counter.contact-corrected.v1',
  z.strictObject({ version: dossierVersion }),
);
