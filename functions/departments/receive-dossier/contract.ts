import { DossierAcceptedV1 } from '#events/dossier-accepted/v1/schema.ts';

/** What a department's queue carries. */
export const DepartmentMessage = DossierAcceptedV1;
