import { type Outcome, refuse } from '#domain/refusal.ts';
import { type CaseStatus, isAllowed, type Step } from '../case-status.ts';
import type { DecidedFact } from '../handing.ts';

/** What a step decides: the facts that follow, or why nothing does. */
export type Decision = Outcome<readonly DecidedFact[]>;

/** The refusal of a step that the status does not allow; undefined when it does. */
export const forbidden = (step: Step, status: CaseStatus) =>
  isAllowed(step, status) ? undefined : refuse({ code: 'step-not-allowed', state: status, step });
