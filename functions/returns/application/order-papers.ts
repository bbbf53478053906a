import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { recordsOn } from '#application/records-on.ts';
import { isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  type OrderTakeBack,
  orderHandedOver,
  orderWentBack,
  receiveTaken,
  takeLater,
} from '#functions/returns/domain/order-take-back.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { orderTakeBackKind } from '#functions/returns/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

const written = (
  before: OrderTakeBack | undefined,
  after: OrderTakeBack | undefined,
): readonly RecordWrite[] =>
  !after || after === before ? [] : [recordWrite(orderTakeBackKind, before, after)];

/** What the news of an order's last parcel means for the papers that it was to bring back. */
export const orderPapersAfter = async (
  ledger: UnitOfWork,
  order: ReturnOrder,
  shipment: Shipment,
  parcel: ParcelOutcome,
): Promise<readonly RecordWrite[]> => {
  if (order.shipments.at(-1) !== shipment.id || order.pickUp) return [];
  const before = await ledger.record(orderTakeBackKind, order.id);
  if (parcel.outcome === 'returned-to-agency') return written(before, orderWentBack(before));
  if (parcel.outcome !== 'delivered') return [];
  const moment = { at: parcel.at, shipment: shipment.id };
  return written(before, orderHandedOver(before, order, parcel.takeBack, moment));
};

/** The same for a result that is handed over at the counter. */
export const orderPapersAtCounter = async (
  ledger: UnitOfWork,
  order: ReturnOrder,
  report: readonly TakeBackLine[] | undefined,
  at: Instant,
): Promise<readonly RecordWrite[]> => {
  const before = await ledger.record(orderTakeBackKind, order.id);
  return written(before, orderHandedOver(before, order, report, { at }));
};

export interface OrderPapersWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly returnOrderId: ReturnOrderId;
}

const isMine = (actor: Staff, { office, agency }: OrderTakeBack): boolean =>
  isPost(actor) ? actor.office === office : isDepartment(actor) && actor.agency === agency;

/** Old papers of orders after the hand-over: brought later to the counter, received by the agency. */
export const makeWorkOrderPapers = (deps: Deciding) => {
  const work = (
    request: OrderPapersWork,
    step: (before: OrderTakeBack, now: Instant) => Outcome<OrderTakeBack>,
  ): Promise<Outcome<OrderTakeBack>> =>
    decideOnce<OrderTakeBack>(deps, request.idempotency, async (now) => {
      const before = await deps.ledger.record(orderTakeBackKind, request.returnOrderId);
      if (!before || !isMine(request.actor, before))
        return refuse({ code: 'return-order-unknown' });
      const after = step(before, now);
      if (!after.ok) return after;
      const records = written(before, after.value);
      return { ok: true, value: { result: after.value, commit: { records } } };
    });
  return {
    take: (request: OrderPapersWork & { readonly takeBack: readonly TakeBackLine[] }) =>
      work(request, (before) => takeLater(before, request.takeBack)),
    receive: (request: OrderPapersWork & { readonly papers: readonly string[] }) =>
      work(request, (before, at) =>
        receiveTaken(before, request.papers, { at, by: actorName(request.actor) }),
      ),
  };
};

/** Orders whose old papers are not with the agency: of the reader's office or agency, the oldest first. */
export const makeListOrderPapers =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (actor: Staff, ask: PageAsk): Promise<Page<OrderTakeBack>> => {
    const listed = isPost(actor)
      ? await index.listed(orderTakeBackKind, actor.office ?? '', ask)
      : await index.listedSecond(orderTakeBackKind, actor.agency ?? '', ask);
    return recordsOn(ledger, orderTakeBackKind, listed);
  };
