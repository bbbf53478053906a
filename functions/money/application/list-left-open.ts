import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { ShiftRecord } from '#functions/money/domain/records.ts';
import { shiftKind } from '#functions/money/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly clock: Clock;
}

/** As many as somebody can look into; the oldest are first, and what was looked into leaves the list. */
const most = 100;

/**
 * Ca bỏ ngỏ: drawers of an earlier day that are open, or counted and not confirmed, the oldest first. Their
 * money is in no safe and cannot be remitted; two others may count an absent clerk's.
 */
export const makeListLeftOpen =
  ({ ledger, index, clock }: Deps) =>
  async (whose: string): Promise<readonly ShiftRecord[]> => {
    const today = dayOf(clock.now());
    const lists = await Promise.all(
      (['open', 'unconfirmed'] as const).map((state) =>
        whose === 'all'
          ? index.listedSecond(shiftKind, `all#${state}`, { limit: most })
          : index.listed(shiftKind, `${whose}#${state}`, { limit: most }),
      ),
    );
    const ids = lists.flatMap(({ items }) => items);
    const found = await Promise.all(ids.map((id) => ledger.record(shiftKind, id)));
    return found
      .filter((shift) => shift !== undefined)
      .filter(({ openedAt }) => dayOf(openedAt) < today)
      .sort((a, b) => a.openedAt - b.openedAt);
  };

/** For whoever may see it: a clerk the own office's, a supervisor one office's or all. */
export const makeReadLeftOpen = (deps: Deps) => {
  const list = makeListLeftOpen(deps);
  return async (
    actor: Staff,
    office: string | undefined,
  ): Promise<Outcome<readonly ShiftRecord[]>> => {
    const whose = officeAsked(actor, office);
    return whose.ok ? done(await list(whose.value ?? 'all')) : whose;
  };
};
