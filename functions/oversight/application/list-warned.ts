import { isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import type { Warning } from '#domain/limits/warnings.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { LimitLine } from '#ports/limit-line.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';

/**
 * What was warned of and still stands so, the earliest first. A department and a post office see their
 * own, whoever supervises sees the province's or one of them; to everybody else another's list does not
 * exist.
 */
export const makeListWarned =
  ({ index }: { readonly index: DossierIndex }) =>
  async (
    actor: Staff,
    asked: { readonly warning: Warning; readonly of: string | undefined },
    page: PageAsk,
  ): Promise<Outcome<Page<LimitLine>>> => {
    if (actor.role === 'supervisor') return done(await index.warned(asked.warning, asked.of, page));
    const own = ownerOf(actor);
    if (own === undefined || (asked.of !== undefined && asked.of !== own))
      return refuse({ code: 'dossier-unknown' });
    return done(await index.warned(asked.warning, own, page));
  };

const ownerOf = (actor: Staff): string | undefined => {
  if (isDepartment(actor)) return actor.agency;
  return isPost(actor) ? actor.office : undefined;
};
