import * as z from 'zod';
import { DossierAcceptedV1 } from '#events/dossier-accepted/v1/schema.ts';
import { DossierTransferredV1 } from '#events/dossier-transferred/v1/schema.ts';

/** What a department's queue carries: dossiers that are new to it. */
export const DepartmentMessage = z.discriminatedUnion('type', [
  DossierAcceptedV1,
  DossierTransferredV1,
]);
