import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Yêu cầu thực hiện nghĩa vụ tài chính: the department waits for a payment. */
export const PaymentRequestedV1 = envelope(
  'vn.post-counter.payment-requested.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
