import * as z from 'zod';
import { takeBackOutcomes } from '#domain/shipment/take-back.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { OrderTakeBack } from '#functions/returns/domain/order-take-back.ts';
import type { Page } from '#ports/unit-of-work.ts';

export const OrderPapersView = z.object({
  returnOrderId: shape.ulid,
  office: z.string(),
  agency: z.string(),
  externalCode: z.string(),
  since: shape.isoTime,
  lines: z.array(
    z.object({
      paper: z.string(),
      count: z.int(),
      outcome: z.enum([...takeBackOutcomes, 'not-stated']),
      receivedAt: shape.isoTime.optional(),
    }),
  ),
});

export const OrderPapersList = z.object({
  items: z.array(OrderPapersView),
  next: z.string().optional(),
});

export const orderPapersView = (order: OrderTakeBack): z.output<typeof OrderPapersView> => ({
  returnOrderId: order.id,
  office: order.office,
  agency: order.agency,
  externalCode: order.externalCode,
  since: isoVietnam(order.since),
  lines: order.lines.map(({ paper, count, outcome, received }) => ({
    paper,
    count,
    outcome,
    ...(received && { receivedAt: isoVietnam(received.at) }),
  })),
});

export const orderPapersPage = ({
  items,
  next,
}: Page<OrderTakeBack>): z.output<typeof OrderPapersList> => ({
  items: items.map(orderPapersView),
  ...(next !== undefined && { next }),
});
