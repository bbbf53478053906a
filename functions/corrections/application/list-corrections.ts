import { makeReadDossier } from '#application/read-dossier.ts';
import { recordsOn } from '#application/records-on.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { CorrectionRecord } from '#functions/corrections/domain/record.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';

type Deps = Parameters<typeof makeReadDossier>[0] & { readonly index: DossierIndex };

/** What was put right of a dossier, with both values, for whoever may read it. That it was read, its route keeps. */
export const makeListCorrections = (deps: Deps) => {
  const read = makeReadDossier(deps);
  return async (
    actor: Staff,
    dossierId: DossierId,
    ask: PageAsk,
  ): Promise<Outcome<Page<CorrectionRecord>>> => {
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const listed = await deps.index.listed(correctionKind, dossierId, ask);
    return done(await recordsOn(deps.ledger, correctionKind, listed));
  };
};
