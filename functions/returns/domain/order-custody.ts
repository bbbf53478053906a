import { type Holder, isSame } from '#domain/custody/holding.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';

/** Ai đang giữ kết quả: all papers of an order go together, so that it has one holder. */
export interface OrderCustody {
  readonly agency: string;
  readonly office: string;
  readonly holder: Holder;
  /** Packed, and not counted yet: whoever packed it answers for it until then. */
  readonly pouch?: PouchId;
}

/** Out of which hands an act may take the result, and into which it puts it. */
interface Way<By> {
  readonly from: (order: OrderCustody, by: By) => readonly Holder[];
  readonly to: (order: OrderCustody, by: By) => Holder;
  /** It ends the way of a pouch; nothing else takes anything out of one. */
  readonly endsPouch?: true;
}

const way = <By>(each: Way<By>): Way<By> => each;

/** The result changes hands by it in no case. */
const stays = 'stays';

const citizen: Holder = { kind: 'citizen' };
const atOffice = ({ office: id }: OrderCustody): Holder => ({ kind: 'office', id });
const atAgency = ({ agency: id }: OrderCustody): Holder => ({ kind: 'agency', id });
const inParcel = (id: ShipmentId): Holder => ({ kind: 'carrier', id });

/**
 * Everything that is done with an order, and what it does with the result: `handOver` moves it by this table, and
 * nothing else does (ADR 057).
 */
export const orderWays = {
  // Signed for by two, at the end of a pouch's way.
  counted: way<{ readonly from: Party; readonly to: Party }>({
    from: (_, { from }) => [from],
    to: (_, { to }) => to,
    endsPouch: true,
  }),
  missed: way<{ readonly from: Party; readonly pouch: PouchId }>({
    from: (_, { from }) => [from],
    to: (_, { pouch: id }) => ({ kind: 'missing', id }),
    endsPouch: true,
  }),
  // The post sends and hands over what it has: what lies at the agency comes in a pouch first.
  shipped: way<ShipmentId>({ from: (order) => [atOffice(order)], to: (_, id) => inParcel(id) }),
  'picked-up': way<ShipmentId | undefined>({
    from: (order, id) => [atOffice(order), ...(id === undefined ? [] : [inParcel(id)])],
    to: () => citizen,
  }),
  delivered: way<ShipmentId>({ from: (_, id) => [inParcel(id)], to: () => citizen }),
  // On the carrier's word it is with the carrier, and with nobody else before it is taken in.
  'came-back': way<ShipmentId>({
    from: (_, id) => [inParcel(id), citizen],
    to: (_, id) => inParcel(id),
  }),
  // By the clerk of its sender, who has it in hand; from there it goes to the agency in a pouch.
  'taken-in': way<ShipmentId>({ from: (_, id) => [inParcel(id)], to: atOffice }),
  voided: way<ShipmentId>({ from: (_, id) => [inParcel(id)], to: atOffice }),
  'parcel-lost': way<ShipmentId>({
    from: (_, id) => [inParcel(id)],
    to: (_, id) => ({ kind: 'missing', id }),
  }),
  // Seen again by two, at either end of the pouch that had lost it.
  recovered: way<{ readonly place: Party; readonly pouch: PouchId }>({
    from: (_, { pouch: id }) => [{ kind: 'missing', id }],
    to: (_, { place }) => place,
  }),
  // The lost one counts no more: the new one stands in its place.
  reissued: way<undefined>({
    from: ({ holder }) => (holder.kind === 'missing' ? [holder] : []),
    to: atAgency,
  }),
  // A pouch answers to its sender until it is counted.
  packed: stays,
  unpacked: stays,
  // Neither side takes over what the receiver does not take.
  'sent-back': stays,
  held: stays,
  corrected: stays,
  // It lies where it lies until a pouch brings it back.
  withdrawn: stays,
} as const satisfies Readonly<Record<string, Way<never> | typeof stays>>;

type Ways = typeof orderWays;
type Moving = { [A in keyof Ways]: Ways[A] extends typeof stays ? never : A }[keyof Ways];
type By<A extends Moving> = Ways[A] extends Way<infer B> ? B : never;

/** Who has the result after this act, or that somebody else has what it would move. */
export const handOver = <A extends Moving>(
  order: OrderCustody,
  act: A,
  by: By<A>,
): Outcome<Holder> => {
  const { from, to, endsPouch } = orderWays[act] as unknown as Way<By<A>>;
  if (order.pouch && !endsPouch) return refuse({ code: 'papers-packed', pouch: order.pouch });
  return from(order, by).some((hand) => isSame(hand, order.holder))
    ? done(to(order, by))
    : refuse({ code: 'papers-elsewhere' });
};
