import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';

/** What of who applies can be put right; the phone has an act of its own (`correct-contact`). */
export const correctedFields = ['name', 'personalNumber', 'address', 'email', 'owner'] as const;
export type CorrectedField = (typeof correctedFields)[number];

const identifying: readonly CorrectedField[] = ['name', 'personalNumber', 'owner'];

/** Whether it says of somebody that they are another: it asks for the card, and for the department's word. */
export const changesIdentity = (fields: readonly CorrectedField[]): boolean =>
  fields.some((field) => identifying.includes(field));

/**
 * `in-force`: nobody had built on it yet. `to-acknowledge`: in force, and the agency that works on the case
 * has to say that it has seen it. `asked`: the result bears the name; the agency grants it or declines.
 */
export const correctionStates = [
  'in-force',
  'to-acknowledge',
  'acknowledged',
  'asked',
  'granted',
  'declined',
] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** Đính chính, as a dossier's head tells of it: what the values were and are lies beside it. */
export interface Correction {
  readonly id: CorrectionId;
  readonly what: 'applicant' | 'scan';
  /** Of an applicant. */
  readonly fields: readonly CorrectedField[];
  readonly state: CorrectionState;
  readonly at: Instant;
}

export const correctionAnswers = ['acknowledged', 'granted', 'declined'] as const;
export type CorrectionAnswer = (typeof correctionAnswers)[number];

/** A dossier with more has been filled in for somebody else. */
export const correctionsPerDossier = 20;

/** What the agency has not answered yet. */
export const unanswered = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections.filter(({ state }) => state === 'to-acknowledge' || state === 'asked');
