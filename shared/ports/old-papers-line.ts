import type { Paper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { oldPapersOutstanding, oldPapersWithPost } from '#domain/dossier/old-papers.ts';
import { agencyOnPapers, knownAs } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A dossier whose old papers are not back at the agency: no personal data, read from an index. */
export interface OldPapersLine {
  readonly dossierId: DossierId;
  readonly number: string;
  readonly procedure: string;
  readonly office: string;
  readonly agency: string;
  /** When the result changed hands. */
  readonly since: Instant;
  /** Still with the citizen. */
  readonly outstanding: readonly Paper[];
  /** Taken, and not signed for by the agency. */
  readonly withPost: readonly Paper[];
}

export const oldPapersLineOf = (dossier: Dossier): OldPapersLine | undefined => {
  if (!dossier.oldPapers) return undefined;
  const outstanding = oldPapersOutstanding(dossier);
  const withPost = oldPapersWithPost(dossier);
  if (outstanding.length === 0 && withPost.length === 0) return undefined;
  return {
    dossierId: dossier.id,
    number: knownAs(dossier),
    procedure: dossier.procedure.code,
    office: dossier.office,
    agency: agencyOnPapers(dossier) ?? '',
    since: dossier.oldPapers.since,
    outstanding,
    withPost,
  };
};

/** What a change does to the lists; `undefined` where it does nothing, `line` absent where it leaves them. */
export const oldPapersMove = (
  before: Dossier | undefined,
  after: Dossier,
): { readonly line?: OldPapersLine } | undefined => {
  const known = before && oldPapersLineOf(before);
  const line = oldPapersLineOf(after);
  if (JSON.stringify(known) === JSON.stringify(line)) return undefined;
  return line ? { line } : {};
};
