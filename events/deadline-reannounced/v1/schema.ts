import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Hẹn lại: the working calendar was amended, and the promised date has moved. */
export const DeadlineReannouncedV1 = envelope(
  'vn.post-counter.deadline-reannounced.v1',
  z.strictObject({ version: dossierVersion, dueAt: z.iso.datetime({ offset: true }) }),
);
