import * as z from 'zod';
import { dossierVersion, envelope } from '../../envelope.ts';

/** Chuyển hoàn: the parcel went back to the agency; the citizen has nothing yet. */
export const ResultReturnedToAgencyV1 = envelope(
  'vn.post-counter.result-returned-to-agency.v1',
  z.strictObject({ version: dossierVersion, shipment: z.string().length(26) }),
);
