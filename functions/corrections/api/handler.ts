import type * as z from 'zod';
import type { DossierOwner } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Handlers } from '#edge/call.ts';
import { ok, shown } from '#edge/reply.ts';
import type { makeAnswerCorrection } from '#functions/corrections/application/answer-correction.ts';
import type { makeCorrectApplicant } from '#functions/corrections/application/correct-applicant.ts';
import type { makeCorrectPapers } from '#functions/corrections/application/correct-papers.ts';
import type { makeListCorrections } from '#functions/corrections/application/list-corrections.ts';
import type { ApplicantChange } from '#functions/corrections/domain/record.ts';
import type { ApplicantChangeShape, contract } from './contract.ts';
import { correctionsPage } from './views/correction.ts';

interface UseCases {
  readonly applicant: ReturnType<typeof makeCorrectApplicant>;
  readonly answer: ReturnType<typeof makeAnswerCorrection>;
  readonly papers: ReturnType<typeof makeCorrectPapers>;
  readonly list: ReturnType<typeof makeListCorrections>;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  correctApplicant: async ({ actor, idempotency, params, body }) => {
    const { reason, identityChecked } = body;
    const change = changeOf(body.change);
    const asked = { actor, idempotency, ...idOf(params), change, reason, identityChecked };
    const corrected = await on.applicant(asked);
    return ok(corrected);
  },
  listCorrections: async ({ actor, params, query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    const found = await on.list(actor, params.dossierId as DossierId, ask);
    return shown(found, correctionsPage, 200);
  },
  answerCorrection: async ({ actor, idempotency, params, body: { answer, word } }) => {
    const correctionId = params.correctionId as CorrectionId;
    const asked = { actor, idempotency, ...idOf(params), correctionId, answer, word };
    const answered = await on.answer(asked);
    return ok(answered);
  },
  takeOutScan: async ({ actor, idempotency, params, body }) => {
    const scanId = params.scanId as ScanId;
    const taken = await on.papers.takeOut({ actor, idempotency, ...idOf(params), scanId, ...body });
    return ok(taken);
  },
  correctComponents: async ({ actor, idempotency, params, body }) => {
    const counted = await on.papers.recount({ actor, idempotency, ...idOf(params), ...body });
    return ok(counted);
  },
});

const idOf = ({ dossierId }: { readonly dossierId: string }) => ({
  dossierId: dossierId as DossierId,
});

/** What is not told stays; what is `null` goes. */
const changeOf = ({
  name,
  personalNumber,
  address,
  email,
  owner,
}: z.output<typeof ApplicantChangeShape>): ApplicantChange => ({
  ...(name !== undefined && { name }),
  ...(personalNumber !== undefined && { personalNumber }),
  ...(address !== undefined && { address }),
  ...(email !== undefined && { email }),
  ...(owner !== undefined && { owner: owner && ownerOf(owner) }),
});

const ownerOf = ({
  number,
  ...owner
}: NonNullable<z.output<typeof ApplicantChangeShape>['owner']>): DossierOwner => ({
  ...owner,
  ...(number !== undefined && { number }),
});
