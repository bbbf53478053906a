import type { DossierEvent } from '#domain/dossier/dossier-event.ts';

/** A fact in the form that was hashed: of any version. */
export interface WrittenFact {
  readonly type: string;
  /** The version of its form; absent in what was written before versions: 1. */
  readonly schema?: number;
  readonly [member: string]: unknown;
}

/** An event as it was written: what hashes are taken of and what a verifier is shown. */
export interface WrittenEvent extends Omit<DossierEvent, 'fact'> {
  readonly fact: WrittenFact;
  readonly prevHash: string;
  /** SHA-256, 64 lower-case hex digits. */
  readonly hash: string;
}
