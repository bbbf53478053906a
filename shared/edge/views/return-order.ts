import * as z from 'zod';
import { type ReturnOrder, returnOrderStates } from '#domain/shipment/return-order.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { Page } from '#ports/dossier-ledger.ts';
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
  orderedAt: shape.isoTime,
  settledAt: shape.isoTime.optional(),
  shipments: z.array(shape.ulid),
});

export const ReturnOrderList = z.object({
  items: z.array(ReturnOrderLine),
  next: z.string().optional(),
});

export const ReturnOrderView = ReturnOrderLine.extend({
  recipient: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
  papers: z.array(Paper),
  takeBack: z.array(z.string()),
  collectOnDelivery: Collection.optional(),
});

export const returnOrderLine = (order: ReturnOrder): z.output<typeof ReturnOrderLine> => ({
  returnOrderId: order.id,
  agency: order.agency,
  office: order.office,
  externalCode: order.externalCode,
  state: order.state,
  orderedAt: isoVietnam(order.orderedAt),
  ...(order.settledAt !== undefined && { settledAt: isoVietnam(order.settledAt) }),
  shipments: [...order.shipments],
});

export const returnOrderView = (order: ReturnOrder): z.output<typeof ReturnOrderView> => ({
  ...returnOrderLine(order),
  recipient: order.recipient,
  papers: [...order.papers],
  takeBack: [...order.takeBack],
  ...(order.collectOnDelivery && { collectOnDelivery: order.collectOnDelivery }),
});

export const returnOrderPage = ({
  items,
  next,
}: Page<ReturnOrder>): z.output<typeof ReturnOrderList> => ({
  items: items.map(returnOrderLine),
  ...(next !== undefined && { next }),
});
