import { loadVisible } from '#application/authority.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { withoutDeadScans } from '#domain/dossier/abandoned-scans.ts';
import { firstBrokenLink, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { ChainedEvent, FactType } from '#domain/dossier/dossier-event.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import { firstBrokenText } from '#domain/history/broken-texts.ts';
import type { Hmac } from '#domain/history/sealed-text.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { sightOf } from '#domain/sight/reader.ts';
import { factSeenBy, type SeenFact } from '#domain/sight/seen.ts';
import type { Clock } from '#ports/clock.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
}

interface Read {
  readonly actor: Staff;
  readonly dossierId: DossierId;
}

/** The dossier with its applicant. That it was read, its route keeps before anything is shown. */
export const makeReadDossier =
  ({ ledger, clock }: Deps, may: typeof maySee = maySee) =>
  async ({ actor, dossierId }: Read): Promise<Outcome<StoredDossier>> => {
    const found = await loadVisible(ledger, actor, dossierId, may);
    if (!found.ok) return found;
    return done({ ...found.value, dossier: withoutDeadScans(found.value.dossier, clock.now()) });
  };

/** An event with what its reader is to see of its fact. */
export interface SeenEvent extends Omit<ChainedEvent, 'fact'>, SeenFact {
  readonly type: FactType;
}

export interface History {
  readonly events: readonly SeenEvent[];
  /** The first event whose hash does not fit, or a text beside it; absent when the whole chain verifies. */
  readonly brokenAt?: number;
}

interface Hashes {
  readonly sha256: Sha256Hex;
  readonly hmac: Hmac;
}

/** Every event of the dossier as the actor is to read it, and whether the chain of hashes holds. */
export const makeReadHistory =
  ({ ledger }: Pick<Deps, 'ledger'>, { sha256, hmac }: Hashes) =>
  async ({ actor, dossierId }: Read): Promise<Outcome<History>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const kept = await ledger.kept(dossierId);
    const chain = firstBrokenLink(
      kept.map(({ written }) => written),
      sha256,
    );
    const brokenAt = chain ?? firstBrokenText(kept, hmac);
    const sight = sightOf(actor, found.value.dossier);
    const events = (await ledger.history(dossierId)).map((event) => ({
      ...event,
      type: event.fact.type,
      ...factSeenBy(sight, event.fact),
    }));
    return done({ events, ...(brokenAt !== undefined && { brokenAt }) });
  };
