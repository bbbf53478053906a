import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** The waiting for another agency’s opinion was left out of the limit: the date has moved. */
export const ClockResumedV1 = envelope(
  'vn.post-counter.clock-resumed.v1',
  z.strictObject({ version: dossierVersion }),
);
