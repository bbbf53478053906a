import { done, refuse } from '#domain/refusal.ts';
import {
  type CorrectedField,
  type CorrectionAnswer,
  changesIdentity,
  correctionsPerDossier,
} from '../correction.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierFact } from '../dossier-event.ts';
import { type Decision, forbidden } from './step.ts';

type Recorded = Pick<
  Extract<DossierFact, { type: 'applicant-corrected' }>,
  'correction' | 'recordSha256'
>;

export interface ApplicantCorrection extends Recorded {
  readonly fields: readonly CorrectedField[];
  /** The card was seen. */
  readonly identityChecked: boolean;
}

/** The agency works on the case, or waits with it: what changes who it is about it has to know. */
export const isWithAgency = ({ department, status }: Dossier): boolean =>
  department !== undefined && status !== 'decided' && department.inbox !== 'closed';

/**
 * Đính chính thông tin người nộp, chủ hồ sơ: at once, while nobody has built on it; once an agency has the
 * dossier, in force and to be acknowledged where it says who somebody is; once a result bears the name, asked
 * of the agency. Who somebody is is changed with the card in hand.
 */
export const correctApplicant = (dossier: Dossier, asked: ApplicantCorrection): Decision => {
  const { identityChecked, ...correction } = asked;
  const refused = forbidden('correct-applicant', dossier.status) ?? unfit(dossier, asked);
  if (refused) return refused;
  const isIdentity = changesIdentity(correction.fields);
  if (isIdentity && dossier.status === 'decided')
    return done([{ type: 'correction-asked', ...correction }]);
  const state = isIdentity && isWithAgency(dossier) ? 'to-acknowledge' : 'in-force';
  return done([{ type: 'applicant-corrected', ...correction, state }]);
};

const unfit = (dossier: Dossier, { fields, identityChecked }: ApplicantCorrection) => {
  if (fields.length === 0) return refuse({ code: 'correction-empty' });
  if (changesIdentity(fields) && !identityChecked) return refuse({ code: 'identity-unseen' });
  const open = dossier.corrections.find(({ state }) => state === 'asked');
  if (open) return refuse({ code: 'correction-open', correction: open.id });
  return tooMany(dossier);
};

/** Everything that leaves a line in a dossier's head has a bound. */
export const tooMany = ({ corrections }: Dossier) =>
  corrections.length < correctionsPerDossier
    ? undefined
    : refuse({ code: 'too-many-corrections', limit: correctionsPerDossier });

/** The agency has seen what is in force; what it was asked it grants or declines. */
export const answerCorrection = (
  dossier: Dossier,
  asked: Recorded & { readonly answer: CorrectionAnswer; readonly agency: string },
): Decision => {
  const refused = forbidden('answer-correction', dossier.status);
  if (refused) return refused;
  const open = dossier.corrections.find(({ id }) => id === asked.correction);
  if (!open) return refuse({ code: 'correction-unknown' });
  const fits = asked.answer === 'acknowledged' ? 'to-acknowledge' : 'asked';
  if (open.state !== fits) return refuse({ code: 'correction-state', state: open.state });
  return done([{ type: 'correction-answered', ...asked }]);
};
