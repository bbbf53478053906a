import type { CorrectedField, CorrectionAnswer } from '#domain/dossier/correction.ts';
import { correctedFields } from '#domain/dossier/correction.ts';
import type { Applicant, DeclaredComponent } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { TakenOutWhy } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';

/** What of an applicant was corrected; `null`: there is none. */
export type ApplicantChange = {
  readonly [F in CorrectedField]?: NonNullable<Applicant[F]> | null;
};

/** What was, and what is. */
export type Corrected =
  | {
      readonly what: 'applicant';
      readonly before: ApplicantChange;
      readonly after: ApplicantChange;
      readonly identityChecked: boolean;
    }
  | { readonly what: 'scan'; readonly scanId: ScanId; readonly why: TakenOutWhy }
  | {
      readonly what: 'components';
      readonly before: readonly DeclaredComponent[];
      readonly after: readonly DeclaredComponent[];
    };

/**
 * Đính chính with both values and its reason, beside the dossier whose history has the hash of it. Personal
 * data: it goes when the dossier goes.
 */
export interface CorrectionRecord {
  readonly id: CorrectionId;
  readonly version: number;
  readonly dossierId: DossierId;
  readonly corrected: Corrected;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  /** Of the agency. */
  readonly answer?: {
    readonly answer: CorrectionAnswer;
    readonly at: Instant;
    readonly by: string;
    readonly word?: string;
  };
}

/** What of the asked differs from what is on record. */
export const differing = (
  applicant: Applicant,
  asked: ApplicantChange,
): readonly CorrectedField[] =>
  correctedFields.filter(
    (field) =>
      asked[field] !== undefined &&
      JSON.stringify(asked[field]) !== JSON.stringify(applicant[field] ?? null),
  );

/** These fields as they are on record. */
export const valuesOf = (
  applicant: Applicant,
  fields: readonly CorrectedField[],
): ApplicantChange => Object.fromEntries(fields.map((field) => [field, applicant[field] ?? null]));

/** The same of what was asked. */
export const onlyOf = (
  asked: ApplicantChange,
  fields: readonly CorrectedField[],
): ApplicantChange => Object.fromEntries(fields.map((field) => [field, asked[field]]));

/** The applicant with the change made: what is `null` is there no more. */
export const changed = (applicant: Applicant, change: ApplicantChange): Applicant => {
  const { email, owner, ...rest } = applicant;
  const to = <T>(asked: T | null | undefined, now: T | undefined): T | undefined =>
    asked === undefined ? now : (asked ?? undefined);
  const newEmail = to(change.email, email);
  const newOwner = to(change.owner, owner);
  return {
    ...rest,
    name: change.name ?? rest.name,
    personalNumber: change.personalNumber ?? rest.personalNumber,
    address: change.address ?? rest.address,
    ...(newEmail !== undefined && { email: newEmail }),
    ...(newOwner && { owner: newOwner }),
  };
};
