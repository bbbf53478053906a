import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { CorrectionState } from '#domain/dossier/correction.ts';
import { correctApplicant } from '#domain/dossier/steps/correct-applicant.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  type ApplicantChange,
  changed,
  differing,
  onlyOf,
  valuesOf,
} from '#functions/corrections/domain/record.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import { type Keeping, recordOf } from './keep-record.ts';
import { linksAnew } from './links-anew.ts';

export interface CorrectApplicant {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly change: ApplicantChange;
  readonly reason: string;
  readonly identityChecked: boolean;
}

export interface Corrected {
  readonly correctionId: CorrectionId;
  readonly dossierVersion: number;
  readonly state: CorrectionState;
}

type Deps = Deciding & Keeping & { readonly seals: Seals };

/**
 * Đính chính thông tin: a name, number, address or owner that was typed wrong. Both values and the reason lie
 * beside the dossier, its history has their hash; the national copy is sent anew, and the receipt is printed
 * again as corrected.
 */
export const makeCorrectApplicant = (deps: Deps) => (request: CorrectApplicant) =>
  decideOnce<Corrected>(deps, request.idempotency, (now) => correct(deps, request, now));

const correct = async (
  deps: Deps,
  request: CorrectApplicant,
  now: Instant,
): Promise<Outcome<Attempt<Corrected>>> => {
  const { actor, dossierId, change, identityChecked } = request;
  const found = await loadToAct(deps.ledger, 'correct-applicant', actor, dossierId);
  if (!found.ok) return found;
  const { applicant, dossier } = found.value;
  const fields = differing(applicant, change);
  const before = valuesOf(applicant, fields);
  const after = onlyOf(change, fields);
  const what = { what: 'applicant', before, after, identityChecked } as const;
  const { record, told } = recordOf(deps, request, what, now);
  const facts = correctApplicant(dossier, { ...told, fields, identityChecked });
  if (!facts.ok) return facts;
  const write = writeOf(found.value, facts.value, { actor, now });
  const state = write.change.after.corrections.at(-1)?.state ?? 'in-force';
  const isInForce = state !== 'asked';
  const corrected = changed(applicant, after);
  return done({
    result: { correctionId: record.id, dossierVersion: write.change.after.version, state },
    commit: {
      dossiers: [{ ...write, ...(isInForce && { applicant: corrected }) }],
      records: [
        recordWrite(correctionKind, undefined, record),
        ...(isInForce ? await linksAnew(deps, { dossier, applicant: corrected }) : []),
      ],
    },
  });
};
