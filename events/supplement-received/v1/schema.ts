import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Đã nhận đủ hồ sơ bổ sung: the papers are complete and the term is counted anew. */
export const SupplementReceivedV1 = envelope(
  'vn.post-counter.supplement-received.v1',
  z.strictObject({ version: dossierVersion }),
);
