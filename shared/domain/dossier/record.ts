import type { Actor } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, DossierFact } from './dossier-event.ts';
import { evolve } from './evolve.ts';

/** One dossier's step: what it was, what happened, what it is now. What a commit writes. */
export interface DossierChange {
  readonly before: Dossier | undefined;
  readonly events: readonly DossierEvent[];
  readonly after: Dossier;
}

export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** Numbers the facts after `before` and applies them. */
export const record = (
  before: Dossier | undefined,
  id: DossierId,
  facts: readonly DossierFact[],
  by: { readonly actor: Actor; readonly now: Instant; readonly effectiveAt?: Instant },
): DossierChange => {
  const events = facts.map((fact, index) => ({
    dossierId: id,
    version: (before?.version ?? 0) + 1 + index,
    recordedAt: by.now,
    effectiveAt: by.effectiveAt ?? by.now,
    actor: actorName(by.actor),
    ...(by.actor.kind === 'staff' && { capacity: by.actor.role }),
    fact,
  }));
  let after = before;
  for (const event of events) after = evolve(after, event);
  if (!after) throw new Error(`nothing to record for ${id}`);
  return { before, events, after };
};
