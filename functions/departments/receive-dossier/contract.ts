import * as z from 'zod';
import { ReceivedEvent } from '#events/catalogue.ts';
import { DossierAcceptedV1 } from '#events/dossier-accepted/v1/schema.ts';
import { DossierTransferredV1 } from '#events/dossier-transferred/v1/schema.ts';

/** What a department's queue carries, of whatever version: dossiers that are new to it. */
export const DepartmentMessage = ReceivedEvent.pipe(
  z.discriminatedUnion('type', [DossierAcceptedV1, DossierTransferredV1]),
);
