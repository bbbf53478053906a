import type { writeOf } from '#application/deciding.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierWrite, StoredDossier } from '#ports/unit-of-work.ts';

/** What has happened before a test begins: facts without a question who may do it. */
export const givenWrite = (
  stored: StoredDossier,
  facts: readonly DossierFact[],
  by: Parameters<typeof writeOf>[2],
): DossierWrite => ({
  change: record(stored.dossier, stored.dossier.id, facts, by),
  chainHash: stored.chainHash,
});
