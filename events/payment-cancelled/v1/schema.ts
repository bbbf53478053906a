import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Hủy yêu cầu nộp: nothing is to be paid, and the case goes on. */
export const PaymentCancelledV1 = envelope(
  'vn.post-counter.payment-cancelled.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
