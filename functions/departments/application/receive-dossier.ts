import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, writeOf } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import { reachDepartment } from '#domain/dossier/steps/lease.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';

export interface ReceiveDossier {
  readonly eventId: string;
  readonly dossierId: DossierId;
  readonly agency: string;
}

const worker: System = { kind: 'system', id: 'departments/receive-dossier' };

/** Puts a routed dossier into the department's inbox, once however often the message comes. */
export const makeReceiveDossier =
  (deps: Deciding) =>
  ({ eventId, dossierId, agency }: ReceiveDossier): Promise<Outcome<'received'>> =>
    decideOnce(deps, undefined, async (now) => {
      const stored = await loadToAct(deps.ledger, 'reach-department', worker, dossierId);
      if (!stored.ok) return stored;
      const decision = reachDepartment(stored.value.dossier, agency);
      if (!decision.ok) return decision;
      const write = writeOf(stored.value, decision.value, { actor: worker, now });
      return done({
        result: 'received' as const,
        commit: { dossiers: [write], claim: { source: worker.id, eventId } },
      });
    });
