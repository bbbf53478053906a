import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Applicant } from './dossier.ts';

/**
 * That a person hands in, or has handed in for them, a dossier at a post office. Under a keyed code of the
 * office and the number: who it is stands beside the dossier alone.
 */
export interface PersonLink {
  /** `person` and the dossier's id. */
  readonly id: string;
  readonly version: number;
  /** Office and keyed code of the number. */
  readonly person: string;
  readonly dossierId: DossierId;
  readonly linkedAt: Instant;
}

/** Whose dossier it is in the eyes of who lost its receipt: the applicant's and the owner's. */
export const numbersOfPersons = ({
  personalNumber,
  owner,
}: Pick<Applicant, 'personalNumber' | 'owner'>): readonly string[] => [
  ...new Set([personalNumber, ...(owner?.number === undefined ? [] : [owner.number])]),
];

/**
 * Whose matter a dossier is: the owner's number, the applicant's where there is no other owner; undefined for
 * an owner who has none yet, such as a child.
 */
export const numberOfMatter = ({
  personalNumber,
  owner,
}: Pick<Applicant, 'personalNumber' | 'owner'>): string | undefined =>
  owner ? owner.number : personalNumber;
