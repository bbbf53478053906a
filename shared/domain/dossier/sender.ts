import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Applicant } from './dossier.ts';

/**
 * Người nộp quen: the last dossier that somebody handed in at a post office, found by the keyed code of
 * a phone or personal number. Who it is stands beside that dossier alone, and goes when it goes.
 */
export interface SenderLink {
  /** Office, kind of number and its keyed code. */
  readonly id: string;
  readonly version: number;
  readonly dossierId: DossierId;
}

/** What a sender can be found by. */
export const senderNumbers = ['phone', 'personalNumber'] as const;
export type SenderNumber = (typeof senderNumbers)[number];

/**
 * Whether a dossier still is of who was asked for: a number that was corrected since leads to a
 * stranger.
 */
export const isOfSender = (
  applicant: Pick<Applicant, SenderNumber>,
  kind: SenderNumber,
  value: string,
): boolean => applicant[kind] === value;
