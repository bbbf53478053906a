import { loadVisible } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/**
 * The dossier of a number that was typed or scanned: mã hồ sơ or temporary number, in its normal form.
 * It names no person, so the reading is not recorded; opening the dossier is.
 */
export const makeFindByNumber =
  ({ ledger }: { readonly ledger: UnitOfWork }) =>
  async (actor: Staff, number: string): Promise<Outcome<Dossier>> => {
    const id = await ledger.findByCode(number);
    if (!id) return refuse({ code: 'dossier-unknown' });
    const found = await loadVisible(ledger, actor, id);
    return found.ok ? done(found.value.dossier) : found;
  };
