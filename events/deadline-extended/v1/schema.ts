import * as z from 'zod';
import { agencyId, dossierVersion, envelope } from '../../envelope.ts';

/** Xin lỗi và hẹn lại: the department could not keep the date (NĐ 61/2018 art. 19(9), since replaced by NĐ 118/2025). */
export const DeadlineExtendedV1 = envelope(
  'vn.post-counter.deadline-extended.v1',
  z.strictObject({ version: dossierVersion, agency: agencyId }),
);
