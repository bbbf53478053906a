import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Công dân yêu cầu rút hồ sơ; granted at once, or by the department. */
export const WithdrawalRequestedV1 = envelope(
  'vn.post-counter.withdrawal-requested.v1',
  z.strictObject({ version: dossierVersion }),
);
