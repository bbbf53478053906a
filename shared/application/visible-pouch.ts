import type { Staff } from '#domain/actor/actor.ts';
import { maySeePouch, type Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/** A pouch is the business of its two ends; to others it does not exist. */
export const visiblePouch = async (
  ledger: UnitOfWork,
  actor: Staff,
  id: PouchId,
): Promise<Outcome<Pouch>> => {
  const pouch = await ledger.record(pouchKind, id);
  return pouch && maySeePouch(actor, pouch) ? done(pouch) : refuse({ code: 'pouch-unknown' });
};
