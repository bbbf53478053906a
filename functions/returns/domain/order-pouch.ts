import { isSame } from '#domain/custody/holding.ts';
import type { CountedOrder, OrderLine, Party, Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { handOver } from './order-custody.ts';
import { messageOf, type OrderMessage } from './order-message.ts';
import type { ReturnOrder, ReturnOrderState } from './return-order.ts';

/** To the post office what is to be sent; back to the agency also what it has withdrawn. */
const goes: Readonly<Record<Party['kind'], readonly ReturnOrderState[]>> = {
  agency: ['waiting', 'returned-to-agency'],
  office: ['waiting', 'returned-to-agency', 'withdrawn'],
};

const endOf = ({ from, to }: Pouch, kind: Party['kind']): string =>
  from.kind === kind ? from.id : to.id;

/** Between the agency that gave the order and the post office that it was given to; nobody else's exists. */
const wrongWay = (order: ReturnOrder, pouch: Pouch): Refused | undefined => {
  const isAgencys = endOf(pouch, 'agency') === order.agency;
  const isOffices = endOf(pouch, 'office') === order.office;
  if (isAgencys && isOffices) return undefined;
  const isSenders = pouch.from.kind === 'agency' ? isAgencys : isOffices;
  return refuse({ code: isSenders ? 'pouch-wrong-way' : 'return-order-unknown' });
};

export interface PackedOrder {
  readonly order: ReturnOrder;
  readonly line: OrderLine;
}

/** Cho vào túi: whoever has an order's result packs it, and answers for it until it is counted. */
export const packOrder = (order: ReturnOrder, pouch: Pouch): Outcome<PackedOrder> => {
  const refused = wrongWay(order, pouch);
  if (refused) return refused;
  const { id: returnOrderId, externalCode: number, papers, state, holder } = order;
  if (order.pouch) return refuse({ code: 'papers-packed', pouch: order.pouch });
  if (!goes[pouch.from.kind].includes(state))
    return refuse({ code: 'step-not-allowed', state, step: 'pack' });
  if (!isSame(holder, pouch.from)) return refuse({ code: 'papers-elsewhere' });
  return done({
    order: { ...order, version: order.version + 1, pouch: pouch.id },
    line: { returnOrderId, number, papers },
  });
};

/** Tìm thấy: what that pouch had lost is in hand again; an order that was withdrawn meanwhile stays so. */
export const recoverOrder = (
  order: ReturnOrder,
  found: { readonly place: Party; readonly pouch: PouchId },
): Outcome<ReturnOrder> => {
  const holder = handOver(order, 'recovered', found);
  if (!holder.ok) return holder;
  const { settledAt, ...rest } = order;
  const stands =
    order.state === 'lost'
      ? ({ ...rest, state: 'waiting' } as const)
      : { ...rest, ...(settledAt !== undefined && { settledAt }) };
  return done({ ...stands, version: order.version + 1, holder: holder.value });
};

/** What its recipient is told where a pouch has lost it. */
export const lossMessage = (
  before: ReturnOrder,
  after: ReturnOrder,
  now: Instant,
): OrderMessage | undefined => messageOf(before, after, '', now);

const outOfPouch = ({ pouch: _, ...order }: ReturnOrder): ReturnOrder => ({
  ...order,
  version: order.version + 1,
});

/** Lấy khỏi túi: it lies with whoever had packed it. */
export const unpackOrder = (order: ReturnOrder, pouch: PouchId): Outcome<ReturnOrder> =>
  order.pouch === pouch ? done(outOfPouch(order)) : refuse({ code: 'return-order-unknown' });

/**
 * What a signed count means for one order: the other side has it; or nobody has, and the agency makes it anew; or
 * it stays with whoever packed it, because nobody took it over. The same order where that is written already.
 */
export const countOrder = (
  order: ReturnOrder,
  pouch: Pouch,
  { verdict, isTaken }: CountedOrder,
  now: Instant,
): Outcome<ReturnOrder> => {
  if (order.pouch !== pouch.id) return done(order);
  if (!isTaken) return done(outOfPouch(order));
  const isLost = verdict === 'missing';
  const holder = isLost
    ? handOver(order, 'missed', { from: pouch.from, pouch: pouch.id })
    : handOver(order, 'counted', { from: pouch.from, to: pouch.to });
  if (!holder.ok) return holder;
  const lost = isLost ? ({ state: 'lost', settledAt: now } as const) : {};
  return done({ ...outOfPouch(order), ...lost, holder: holder.value });
};
