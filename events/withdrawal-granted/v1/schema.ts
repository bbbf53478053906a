import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Rút hồ sơ: the citizen has taken the dossier back. */
export const WithdrawalGrantedV1 = envelope(
  'vn.post-counter.withdrawal-granted.v1',
  z.strictObject({ version: dossierVersion }),
);
