import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency, writeOf } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Act } from '#domain/dossier/acts.ts';
import type { DeclaredComponent, Dossier } from '#domain/dossier/dossier.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import { correctComponents, takeOutScan } from '#domain/dossier/steps/take-out-scan.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done } from '#domain/refusal.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { TakenOutWhy } from '#domain/scan/scan.ts';
import type { Corrected as Written } from '#functions/corrections/domain/record.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { recordWrite } from '#ports/records.ts';
import { type Keeping, recordOf } from './keep-record.ts';

interface PaperWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly reason: string;
}

export interface PapersCorrected {
  readonly correctionId: CorrectionId;
  readonly dossierVersion: number;
  /** Of what is left, where the dossier was accepted already. */
  readonly manifestHash?: string;
}

type Told = ReturnType<typeof recordOf>['told'];
type Deps = Deciding & Keeping & { readonly catalogue: Pick<Catalogue, 'procedureVersion'> };

/** One act on the papers, with what it changes and why beside the dossier. */
const correcting = async (
  deps: Deps,
  act: Act,
  request: PaperWork,
  written: (dossier: Dossier) => Written,
  step: (dossier: Dossier, told: Told) => Decision,
) =>
  decideOnce<PapersCorrected>(deps, request.idempotency, async (now) => {
    const { actor, dossierId } = request;
    const found = await loadToAct(deps.ledger, act, actor, dossierId);
    if (!found.ok) return found;
    const { dossier } = found.value;
    const { record, told } = recordOf(deps, request, written(dossier), now);
    const facts = step(dossier, told);
    if (!facts.ok) return facts;
    const write = writeOf(found.value, facts.value, { actor, now });
    const { version: dossierVersion, acceptance } = write.change.after;
    return done({
      result: {
        correctionId: record.id,
        dossierVersion,
        ...(acceptance && { manifestHash: acceptance.manifestHash }),
      },
      commit: { dossiers: [write], records: [recordWrite(correctionKind, undefined, record)] },
    });
  });

/** A file that does not belong there, and a paper that was counted wrong. */
export const makeCorrectPapers = (deps: Deps) => ({
  takeOut: (request: PaperWork & { readonly scanId: ScanId; readonly why: TakenOutWhy }) => {
    const { scanId, why } = request;
    return correcting(
      deps,
      'take-out-scan',
      request,
      () => ({ what: 'scan', scanId, why }),
      (dossier, told) =>
        takeOutScan(dossier, { ...told, scanId, why }, (left) =>
          deps.seals.sha256(manifestText(left)),
        ),
    );
  },
  recount: (request: PaperWork & { readonly components: readonly DeclaredComponent[] }) => {
    const { components } = request;
    return correcting(
      deps,
      'correct-components',
      request,
      (dossier) => ({ what: 'components', before: dossier.components, after: components }),
      (dossier, told) => {
        const procedure = procedureOf(deps.catalogue, dossier);
        return procedure.ok
          ? correctComponents(dossier, procedure.value, components, told)
          : procedure;
      },
    );
  },
});
