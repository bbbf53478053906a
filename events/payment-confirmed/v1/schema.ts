import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Đã nộp vào kho bạc: the department has seen the payment, and the case goes on. */
export const PaymentConfirmedV1 = envelope(
  'vn.post-counter.payment-confirmed.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
