import type { Holder } from '#domain/custody/holding.ts';
import type { Party, Pouch, Verdict } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import {
  countOrder,
  packOrder,
  recoverOrder,
  unpackOrder,
} from '#functions/returns/domain/order-pouch.ts';
import {
  concludeOrder,
  correctOrder,
  orderParcelEnded,
  pickUpOrder,
  type ReturnOrder,
  reissueOrder,
  shipOrder,
  takeInOrder,
  withdrawOrder,
} from '#functions/returns/domain/return-order.ts';
import { monday9 } from './dossiers.ts';
import { comesIn, handed, type World } from './sheets.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const otherOffice = { kind: 'office', id: 'bd-nga-bay' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const citizen = { kind: 'citizen' } as const;
const paper = 'giay-phep';

export interface OrderWalk {
  readonly order: ReturnOrder;
  readonly world: World;
  /** Under way, with the order in it. */
  readonly pouch?: Pouch;
  /** Numbers of the next parcel and of the next pouch. */
  readonly made: number;
}

export type OrderAct = (walk: OrderWalk, chance: number) => OrderWalk;

const numbered = (no: number) => `01KAPXJ5V0ZK9Q4T8N6W2C7${String(no).padStart(3, '0')}`;

const sheetsOf = ({ papers }: ReturnOrder) =>
  papers.map(({ name: id, copyKind, count }) => ({ id, copyKind, count }));

/** All sheets out of one of these hands: whoever stands there can hand over nothing else. */
const moves = (walk: OrderWalk, from: readonly Holder[], to: Holder): OrderWalk => {
  const world = new Map(walk.world);
  handed(world, sheetsOf(walk.order), from, to);
  return { ...walk, world };
};

/** What was decided, and what really happens where it is done; nothing where it is refused. */
const act =
  (
    decide: (walk: OrderWalk, chance: number) => Outcome<ReturnOrder>,
    happens: (after: OrderWalk, before: ReturnOrder) => OrderWalk = (after) => after,
  ): OrderAct =>
  (walk, chance) => {
    const after = decide(walk, chance);
    if (!after.ok || after.value === walk.order) return walk;
    return happens({ ...walk, order: after.value }, walk.order);
  };

const lastOf = ({ shipments }: ReturnOrder) => shipments.at(-1) as ShipmentId;
const parcelOf = (order: ReturnOrder): Holder => ({ kind: 'carrier', id: lastOf(order) });

const packs =
  (from: Party): OrderAct =>
  (walk) => {
    const atOffice: Party = { kind: 'office', id: walk.order.office };
    const ends = from.kind === 'agency' ? { from, to: atOffice } : { from: atOffice, to: agency };
    const pouch = { id: numbered(500 + walk.made) as PouchId, ...ends } as Pouch;
    const packed = packOrder(walk.order, pouch);
    return packed.ok ? { ...walk, order: packed.value.order, pouch, made: walk.made + 1 } : walk;
  };

const verdicts: readonly (readonly [Verdict, boolean])[] = [
  ['complete', true],
  ['missing', true],
  ['damaged', false],
  ['broken-seal', true],
];

const counts: OrderAct = (walk, chance) => {
  const { pouch, order, ...rest } = walk;
  if (!pouch) return walk;
  const [verdict, isTaken] = verdicts[chance % verdicts.length] ?? ['complete', true];
  const counted = { returnOrderId: order.id, verdict, isTaken };
  const after = countOrder(order, pouch, counted, monday9);
  if (!after.ok) throw new Error('a signed count cannot be written');
  const there = { ...rest, order: after.value };
  if (!isTaken) return there;
  const lost: Holder = { kind: 'missing', id: pouch.id };
  return moves(there, [pouch.from], verdict === 'missing' ? lost : pouch.to);
};

const unpacks: OrderAct = (walk) => {
  const { pouch, ...rest } = walk;
  const after = pouch && unpackOrder(walk.order, pouch.id);
  return after?.ok ? { ...rest, order: after.value } : walk;
};

const officeOf = ({ office: id }: ReturnOrder): Holder => ({ kind: 'office', id });

/** What is told of the last parcel, the later of two stories: it is there, or it has come back. */
const hears = (outcome: 'delivered' | 'returned-to-agency'): OrderAct =>
  act(
    ({ order }, chance) =>
      order.shipments.length === 0
        ? done(order)
        : concludeOrder(order, lastOf(order), { outcome, at: (monday9 + chance) as never }),
    (after, before) => {
      if (before.state === after.order.state) return after;
      return outcome === 'delivered'
        ? moves(after, [parcelOf(before)], citizen)
        : moves(after, [parcelOf(before), citizen], parcelOf(before));
    },
  );

const said = { at: monday9, by: 'hoa', reason: 'Gõ sai' };

const corrects = (change: Partial<ReturnOrder>): OrderAct =>
  act(
    ({ order }) => correctOrder({ ...order, corrections: [] }, { ...order, ...change }, said),
    (after) => {
      // Whoever has them says what they are: other sheets than those that were listed.
      if (!change.papers) return after;
      const world: World = new Map();
      comesIn(world, sheetsOf(after.order), after.order.holder);
      return { ...after, world };
    },
  );

const listed = (count: number) => [{ name: paper, copyKind: 'original', count } as const];

/** Everything that is done with an order, by whom and with what really happens to its papers. */
export const orderActs: Readonly<Record<string, OrderAct>> = {
  'the agency packs': packs(agency),
  'the office packs': packs(office),
  'takes it out again': unpacks,
  'counts what came': counts,
  'the office sends': (walk, chance) =>
    act(
      ({ order, made }) => shipOrder(order, numbered(made) as ShipmentId),
      (after, before) => ({
        ...moves(after, [officeOf(before)], parcelOf(after.order)),
        made: walk.made + 1,
      }),
    )(walk, chance),
  'hears of the delivery': hears('delivered'),
  'hears that it came back': hears('returned-to-agency'),
  'takes in what came back': act(
    ({ order }) => takeInOrder(order, lastOf(order)),
    (after, before) => moves(after, [parcelOf(before)], officeOf(before)),
  ),
  'the citizen comes to the counter': act(
    ({ order }, chance) => pickUpOrder(order, numbered(900) as PickUpId, chance % 2 === 0, monday9),
    (after, before) => moves(after, [officeOf(before), parcelOf(before)], citizen),
  ),
  'voids the label': act(
    ({ order }) => orderParcelEnded(order, lastOf(order), 'voided', monday9),
    (after, before) => moves(after, [parcelOf(before)], officeOf(before)),
  ),
  'declares the parcel lost': act(
    ({ order }) => orderParcelEnded(order, lastOf(order), 'lost', monday9),
    (after, before) => moves(after, [parcelOf(before)], { kind: 'missing', id: lastOf(before) }),
  ),
  'two find what the pouch had lost': act(
    ({ order }, chance) =>
      recoverOrder(order, {
        place: chance % 2 === 0 ? agency : { kind: 'office', id: order.office },
        pouch: ('id' in order.holder ? order.holder.id : '') as PouchId,
      }),
    (after, before) => moves(after, [before.holder], after.order.holder),
  ),
  'the agency makes it anew': act(
    ({ order }) => reissueOrder({ ...order, corrections: [] }, said),
    (after, before) => moves(after, [before.holder], agency),
  ),
  'the agency withdraws it': act(({ order }) => withdrawOrder({ ...order, corrections: [] }, said)),
  'the agency names another office': (walk, chance) => {
    const next = walk.order.office === office.id ? otherOffice.id : office.id;
    return corrects({ office: next })(walk, chance);
  },
  'the agency lists other papers': (walk, chance) =>
    corrects({ papers: listed((chance % 3) + 1) })(walk, chance),
};

/** Ordered; the agency has the result. */
export const startOrder = (): OrderWalk => {
  const world: World = new Map();
  const order: ReturnOrder = {
    id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3Q' as ReturnOrderId,
    version: 1,
    agency: agency.id,
    externalCode: 'H13.01-261123-0001',
    office: office.id,
    recipient: { name: 'Nguyễn Thị Ánh', address: 'Ấp 3' },
    papers: listed(2),
    takeBack: [],
    orderedAt: monday9,
    orderedBy: 'staff:hoa',
    state: 'waiting',
    holder: agency,
    shipments: [],
  };
  comesIn(world, sheetsOf(order), agency);
  return { order, world, made: 1 };
};

/** The order's papers as holdings. */
export const orderHoldings = ({ order }: OrderWalk) =>
  sheetsOf(order).map((sheet) => ({ ...sheet, holder: order.holder }));
