import type { Dossier } from '#domain/dossier/dossier.ts';
import { finishedAt } from '#domain/dossier/steps/retention.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A dossier that is over and not erased, or that is held: no personal data, read from an index. */
export interface RetentionLine {
  readonly dossierId: DossierId;
  readonly procedure: string;
  /** When the case was over; absent of one that runs and is held all the same. */
  readonly finishedAt?: Instant;
  /** Lệnh giữ since then. */
  readonly heldAt?: Instant;
}

/** In its lists until its files are gone; undefined of what neither is over nor held. */
export const retentionLineOf = (dossier: Dossier): RetentionLine | undefined => {
  const { id: dossierId, procedure, hold, retention } = dossier;
  const finished = finishedAt(dossier);
  if (retention?.filesErasedAt !== undefined) return undefined;
  if (finished === undefined && !hold) return undefined;
  return {
    dossierId,
    procedure: procedure.code,
    ...(finished !== undefined && { finishedAt: finished }),
    ...(hold && { heldAt: hold.laidAt }),
  };
};

/** What a change does to the lists; `undefined` where it does nothing, `line` absent where it leaves them. */
export const retentionMove = (
  before: Dossier | undefined,
  after: Dossier,
): { readonly line?: RetentionLine } | undefined => {
  const known = before && retentionLineOf(before);
  const line = retentionLineOf(after);
  if (JSON.stringify(known) === JSON.stringify(line)) return undefined;
  return line ? { line } : {};
};
