import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier, Hold } from '#domain/dossier/dossier.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import { layHold, liftHold } from '#domain/dossier/steps/retention.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { DossierIndex, DossierWrite, Page, PageAsk } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
}

export interface HoldAct {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly reason: string;
}

export interface HeldDossier {
  readonly dossierId: DossierId;
  readonly number: string;
  readonly procedure: string;
  /** Absent once it was lifted. */
  readonly hold?: Hold;
}

const heldDossier = ({ hold, ...dossier }: Dossier): HeldDossier => ({
  dossierId: dossier.id,
  number: knownAs(dossier),
  procedure: dossier.procedure.code,
  ...(hold && { hold }),
});

const afterIt = ({ change }: DossierWrite): HeldDossier => heldDossier(change.after);

/** Lệnh giữ hồ sơ: laid by one supervisor, lifted by another, with a reason each; nothing is erased in between. */
export const makeWorkHolds = (deps: Deps) => ({
  lay: ({ reason, ...request }: HoldAct): Promise<Outcome<HeldDossier>> =>
    decideOn(
      deps,
      'lay-hold',
      request,
      ({ dossier }) => layHold(dossier, request.actor, reason),
      afterIt,
    ),
  lift: ({ reason, ...request }: HoldAct): Promise<Outcome<HeldDossier>> =>
    decideOn(
      deps,
      'lift-hold',
      request,
      ({ dossier }) => liftHold(dossier, request.actor, reason),
      afterIt,
    ),
  /** The longest held first; the index may lag, so the dossier itself says whether it still is. */
  list: async (page: PageAsk): Promise<Page<HeldDossier>> => {
    const { items, next } = await deps.index.onHold(page);
    const found = await Promise.all(items.map(({ dossierId }) => deps.ledger.load(dossierId)));
    return {
      items: found.flatMap((stored) => (stored?.dossier.hold ? [heldDossier(stored.dossier)] : [])),
      ...(next !== undefined && { next }),
    };
  },
});
