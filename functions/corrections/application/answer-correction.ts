import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { CorrectionAnswer } from '#domain/dossier/correction.ts';
import { actorName } from '#domain/dossier/record.ts';
import { answerCorrection } from '#domain/dossier/steps/correct-applicant.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { changed } from '#functions/corrections/domain/record.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { Corrected } from './correct-applicant.ts';
import { type Keeping, sealed } from './keep-record.ts';
import { linksAnew } from './links-anew.ts';

interface AnswerCorrection {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly correctionId: CorrectionId;
  readonly answer: CorrectionAnswer;
  readonly word?: string | undefined;
}

type Deps = Deciding & Keeping & { readonly seals: Seals };

/**
 * The agency has seen a correction, or says whether the result that it made bears what is asked: what it
 * grants is in force with its word, and not before.
 */
export const makeAnswerCorrection = (deps: Deps) => (request: AnswerCorrection) =>
  decideOnce<Corrected>(deps, request.idempotency, (now) => answer(deps, request, now));

const answer = async (
  deps: Deps,
  request: AnswerCorrection,
  now: Instant,
): Promise<Outcome<Attempt<Corrected>>> => {
  const { ledger, seals } = deps;
  const { actor, dossierId, correctionId, word } = request;
  const found = await loadToAct(ledger, 'answer-correction', actor, dossierId);
  if (!found.ok) return found;
  const before = await ledger.record(correctionKind, correctionId);
  if (!before || before.dossierId !== dossierId) return refuse({ code: 'correction-unknown' });
  const said = { answer: request.answer, at: now, by: actorName(actor) };
  const after = {
    ...before,
    version: before.version + 1,
    answer: { ...said, ...(word !== undefined && { word }) },
  };
  const { applicant, dossier } = found.value;
  const facts = answerCorrection(dossier, {
    correction: correctionId,
    recordSha256: sealed(seals, after),
    answer: request.answer,
    agency: actor.agency ?? '',
  });
  if (!facts.ok) return facts;
  const { corrected } = before;
  const isNew = request.answer === 'granted' && corrected.what === 'applicant';
  const anew = isNew ? changed(applicant, corrected.after) : applicant;
  const write = writeOf(found.value, facts.value, { actor, now });
  return done({
    result: {
      correctionId,
      dossierVersion: write.change.after.version,
      state: request.answer,
    },
    commit: {
      dossiers: [{ ...write, ...(isNew && { applicant: anew }) }],
      records: [
        recordWrite(correctionKind, before, after),
        ...(isNew ? await linksAnew(deps, { dossier, applicant: anew }) : []),
      ],
    },
  });
};
