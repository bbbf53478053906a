import { limitTries } from '#application/limit-tries.ts';
import { personKey } from '#application/person-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { numbersOfPersons } from '#domain/dossier/person-link.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { personLinkKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: Pick<DossierIndex, 'listed'>;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly tries: Tries;
}

export interface ListOfPerson {
  readonly actor: Staff;
  /** In its normal form, off the card that the person shows. */
  readonly personalNumber: string;
  readonly page: PageAsk;
}

/** Lost receipts are few: whoever asks more is looking for somebody. */
const perClerk = { limit: 30, window: minutes(15) } as const;

/**
 * The dossiers of who stands at the counter with a card and without a receipt: of this office alone, by the
 * exact number. A page may hold fewer than it was asked for: links of
 * corrected numbers are left out.
 */
export const makeListOfPerson =
  (deps: Deps) =>
  async ({ actor, personalNumber, page }: ListOfPerson): Promise<Outcome<Page<Dossier>>> => {
    const at = deps.clock.now();
    const refused = await limitTries(deps.tries, at, { name: `person#${actor.id}`, ...perClerk });
    if (refused) return refused;
    const person = await personKey(deps, actor.office ?? '', personalNumber);
    const behind =
      page.after === undefined ? {} : { after: page.after.replace('#', `#${person}#`) };
    const { items: ids, next } = await deps.index.listed(personLinkKind, person, {
      limit: page.limit,
      ...behind,
    });
    const found = await Promise.all(ids.map((id) => shownOf(deps, personalNumber, id)));
    const items = found.flat();
    return done({ items, ...(next !== undefined && { next: next.replace(/#.*#/, '#') }) });
  };

const shownOf = async (
  { ledger }: Deps,
  personalNumber: string,
  id: string,
): Promise<readonly Dossier[]> => {
  const stored = await ledger.load(id.slice(id.lastIndexOf('#') + 1) as DossierId);
  if (!stored || !numbersOfPersons(stored.applicant).includes(personalNumber)) return [];
  return [stored.dossier];
};
