import { loadVisible } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { firstBrokenLink, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { actorName } from '#domain/dossier/record.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import type { AccessLog, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Read {
  readonly actor: Staff;
  readonly dossierId: DossierId;
}

/** The dossier with its applicant. The reader's name is kept before anything is shown. */
export const makeReadDossier =
  (
    { ledger, access, clock, ids }: Deps,
    what: 'dossier' | 'scan' | 'form' = 'dossier',
    may: typeof maySee = maySee,
  ) =>
  async ({ actor, dossierId }: Read): Promise<Outcome<StoredDossier>> => {
    const found = await loadVisible(ledger, actor, dossierId, may);
    if (!found.ok) return found;
    const at = clock.now();
    await access.record({ dossierId, actor: actorName(actor), what, at, id: ids.next(at) });
    return found;
  };

export interface History {
  readonly events: readonly ChainedEvent[];
  /** The first event whose hash does not fit; absent when the whole chain verifies. */
  readonly brokenAt?: number;
}

/** Every event of the dossier, and whether the chain of hashes holds. */
export const makeReadHistory =
  ({ ledger }: Pick<Deps, 'ledger'>, sha256: Sha256Hex) =>
  async ({ actor, dossierId }: Read): Promise<Outcome<History>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const brokenAt = firstBrokenLink(await ledger.written(dossierId), sha256);
    const events = await ledger.history(dossierId);
    return done({ events, ...(brokenAt !== undefined && { brokenAt }) });
  };
