import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Corrected, CorrectionRecord } from '#functions/corrections/domain/record.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';

export interface Keeping {
  readonly ids: Ids;
  readonly seals: Pick<Seals, 'sha256'>;
}

/** The record, and what the history says of it: its id and its hash. */
export const recordOf = (
  { ids, seals }: Keeping,
  { actor, dossierId, reason }: { actor: Staff; dossierId: DossierId; reason: string },
  corrected: Corrected,
  now: Instant,
) => {
  const record: CorrectionRecord = {
    id: ids.next(now) as CorrectionId,
    version: 1,
    dossierId,
    corrected,
    reason,
    at: now,
    by: actorName(actor),
  };
  return { record, told: { correction: record.id, recordSha256: sealed(seals, record) } };
};

export const sealed = (seals: Keeping['seals'], record: CorrectionRecord): string =>
  seals.sha256(JSON.stringify(record));
