import { recordsOn } from '#application/records-on.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { GiveBack, GiveBackState } from '#functions/money/domain/give-back.ts';
import { giveBackKind } from '#functions/money/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Asked extends PageAsk {
  readonly state: GiveBackState;
  /** Of a supervisor: one office's, or absent all of them. */
  readonly office?: string | undefined;
}

/** What waits for a second person, or was settled, at the clerk's office or as a supervisor at any. */
export const makeListGiveBacks =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (actor: Staff, { state, office, ...page }: Asked): Promise<Outcome<Page<GiveBack>>> => {
    const whose = officeAsked(actor, office);
    if (!whose.ok) return whose;
    const listed =
      whose.value === undefined
        ? await index.listedSecond(giveBackKind, `all#${state}`, page)
        : await index.listed(giveBackKind, `${whose.value}#${state}`, page);
    return done(await recordsOn(ledger, giveBackKind, listed));
  };
