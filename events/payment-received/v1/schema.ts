import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Đã nộp tiền tại bưu cục: the department’s request is paid and the case goes on. */
export const PaymentReceivedV1 = envelope(
  'vn.post-counter.payment-received.v1',
  z.strictObject({ version: dossierVersion }),
);
