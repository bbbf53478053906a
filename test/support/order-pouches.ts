import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { CountedOrder, Party, Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Outcome } from '#domain/refusal.ts';
import { makePackOrder } from '#functions/handover/application/pack-order.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import type { Seals } from '#ports/seals.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { officer } from './dossiers.ts';
import { clerk } from './shipments.ts';
import type { aWorldAt } from './worlds.ts';

const courier: Staff = { kind: 'staff', id: 'tuan', role: 'courier', office: 'bd-vi-thanh' };
const office: Party = { kind: 'office', id: 'bd-vi-thanh' };
const agency: Party = { kind: 'agency', id: 'ct-nnmt' };
const sealNumber = 'NP-1';

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};

export type OrderVerdict = Omit<CountedOrder, 'returnOrderId'>;
const complete: OrderVerdict = { verdict: 'complete', isTaken: true };

/** Pouches between the land office and the post office of the orders, over the stores of a world. */
export const orderPouches = (world: Awaited<ReturnType<typeof aWorldAt>>) => {
  const deps = {
    ...world,
    ids: makeUlids(),
    catalogue,
    calendars: makeCalendars(world),
    seals: { sha256 } as Seals,
  };
  const work = makeWorkPouch(deps);
  const packing = makePackOrder(deps);
  const settle = makeSettlePouch(deps);
  const senderOf = ({ from }: Pouch): Staff => (from.kind === 'agency' ? officer : clerk);
  const by = (actor: Staff, pouchId: PouchId) => ({ actor, idempotency: undefined, pouchId });
  const open = async (to: Party = office) => {
    const actor = to.kind === 'office' ? officer : clerk;
    return value(await work.open({ actor, idempotency: undefined, to }));
  };
  const pack = (pouch: Pouch, returnOrderId: ReturnOrderId, actor = senderOf(pouch)) =>
    packing.pack({ ...by(actor, pouch.id), returnOrderId });
  const unpack = (pouch: Pouch, returnOrderId: ReturnOrderId, actor = senderOf(pouch)) =>
    packing.unpack({ ...by(actor, pouch.id), returnOrderId });
  const taken = async (pouch: Pouch) => {
    value(await work.seal({ ...by(senderOf(pouch), pouch.id), sealNumber }));
    return value(await work.take({ ...by(courier, pouch.id), sealNumber }));
  };
  const count = (pouch: Pouch, orders: readonly CountedOrder[]) => {
    const actor = pouch.to.kind === 'office' ? clerk : officer;
    const counted = { isSealIntact: true, lines: [], orders, strays: [] };
    return work.count({ ...by(actor, pouch.id), count: counted });
  };
  const sign = async (pouch: Pouch) => {
    const countNo = pouch.count?.no ?? 0;
    value(await work.sign({ ...by(courier, pouch.id), countNo }));
    const receiver = pouch.to.kind === 'office' ? clerk : officer;
    return value(await work.sign({ ...by(receiver, pouch.id), countNo }));
  };
  /** Sealed, taken, counted and signed by both, with everything that this means written. */
  const carried = async (pouch: Pouch, verdict: OrderVerdict = complete) => {
    const { orders = [] } = await taken(pouch);
    const lines = orders.map(({ returnOrderId }) => ({ returnOrderId, ...verdict }));
    await sign(value(await count(pouch, lines)));
    return value(await settle(pouch.id));
  };
  const moved = (to: Party) => async (id: ReturnOrderId, verdict?: OrderVerdict) => {
    const pouch = value(await pack(await open(to), id));
    return carried(pouch, verdict);
  };
  return {
    open,
    pack,
    unpack,
    taken,
    count,
    sign,
    settle,
    carried,
    value,
    agency,
    /** From the agency to the post office of the order. */
    bring: moved(office),
    /** Back to the agency. */
    bringBack: moved(agency),
  };
};
