import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** The department takes an answer in that came after the last day: the case waits for it once more. */
export const LateAnswerAdmittedV1 = envelope(
  'vn.post-counter.late-answer-admitted.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
