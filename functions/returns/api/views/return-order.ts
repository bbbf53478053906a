import * as z from 'zod';
import type { Refusal } from '#domain/refusal.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type Problems, problemType } from '#edge/problem.ts';
import * as shape from '#edge/shapes.ts';
import type { LineAnswer } from '#functions/returns/application/order-many.ts';
import type { ReadReturnOrder } from '#functions/returns/application/read-shipment.ts';
import { type ReturnOrder, returnOrderStates } from '#functions/returns/domain/return-order.ts';
import type { Page } from '#ports/unit-of-work.ts';
import { OrderPapersView, orderPapersView } from './old-papers.ts';
import { Collection } from './shipment.ts';

export const Paper = z.strictObject({
  name: shape.text(200),
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count: z.int().min(1).max(99),
});

/** A line of a list shows nobody's name. */
const ReturnOrderLine = z.object({
  returnOrderId: shape.ulid,
  agency: z.string(),
  office: z.string(),
  externalCode: z.string(),
  state: z.enum(returnOrderStates),
  /** Who has the result, of office, agency, carrier and citizen; `missing` in a count or a parcel. */
  holder: z.object({ kind: z.string(), id: z.string().optional() }),
  /** The pouch that it lies in; until that is counted, whoever packed it has it. */
  pouch: shape.ulid.optional(),
  orderedAt: shape.isoTime,
  settledAt: shape.isoTime.optional(),
  shipments: z.array(shape.ulid),
});

export const ReturnOrderList = z.object({
  items: z.array(ReturnOrderLine),
  next: z.string().optional(),
});

export const ReturnOrderView = ReturnOrderLine.extend({
  recipient: z.object({ name: z.string(), phone: z.string().optional(), address: z.string() }),
  papers: z.array(Paper),
  takeBack: z.array(z.string()),
  /** Đính chính, rút, cấp lại: by whom and why; the newest last. */
  corrections: z.array(
    z.object({
      how: z.enum(['corrected', 'withdrawn', 'reissued']),
      at: shape.isoTime,
      by: z.string(),
      reason: z.string(),
      /** The recipient as it stood before. */
      recipientBefore: z
        .object({ name: z.string(), phone: z.string().optional(), address: z.string() })
        .optional(),
    }),
  ),
  /** What became of them, once the result has changed hands. */
  oldPapers: OrderPapersView.optional(),
  collectOnDelivery: Collection.optional(),
});

export const returnOrderLine = (order: ReturnOrder): z.output<typeof ReturnOrderLine> => ({
  returnOrderId: order.id,
  agency: order.agency,
  office: order.office,
  externalCode: order.externalCode,
  state: order.state,
  holder: { ...order.holder },
  ...(order.pouch && { pouch: order.pouch }),
  orderedAt: isoVietnam(order.orderedAt),
  ...(order.settledAt !== undefined && { settledAt: isoVietnam(order.settledAt) }),
  shipments: [...order.shipments],
});

export const returnOrderView = (order: ReadReturnOrder): z.output<typeof ReturnOrderView> => ({
  ...returnOrderLine(order),
  recipient: order.recipient,
  papers: [...order.papers],
  takeBack: [...order.takeBack],
  corrections: (order.corrections ?? []).map(({ how, at, by, reason, before }) => ({
    how,
    at: isoVietnam(at),
    by,
    reason,
    ...(before && { recipientBefore: before.recipient }),
  })),
  ...(order.oldPapers && { oldPapers: orderPapersView(order.oldPapers) }),
  ...(order.collectOnDelivery && { collectOnDelivery: order.collectOnDelivery }),
});

export const returnOrderPage = ({
  items,
  next,
}: Page<ReturnOrder>): z.output<typeof ReturnOrderList> => ({
  items: items.map(returnOrderLine),
  ...(next !== undefined && { next }),
});

/** One answer a line, in the order asked: an order, or why there is none. */
export const OrderAnswers = z.object({
  ordered: z.int(),
  refused: z.int(),
  lines: z.array(
    z.object({
      line: z.int(),
      externalCode: z.string(),
      returnOrderId: shape.ulid.optional(),
      office: z.string().optional(),
      problem: z
        .object({ type: z.string(), title: z.string(), titleEn: z.string(), code: z.string() })
        .optional(),
    }),
  ),
});

export const orderAnswers = (
  problems: Problems,
  lines: readonly LineAnswer[],
): z.output<typeof OrderAnswers> => ({
  ordered: lines.filter(({ ordered }) => ordered.ok).length,
  refused: lines.filter(({ ordered }) => !ordered.ok).length,
  lines: lines.map(({ line, externalCode, ordered }) => ({
    line,
    externalCode,
    ...(ordered.ok ? ordered.value : { problem: problemOf(problems, ordered.refusal.code) }),
  })),
});

const problemOf = (problems: Problems, code: Refusal['code']) => {
  const { vi: title, en: titleEn } = problems[code];
  return { type: problemType(code), title, titleEn, code };
};
