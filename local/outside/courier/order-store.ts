import { join } from 'node:path';
import { openJournal } from '#local/kit/journal.ts';
import type { CarrierEvent, Delivery, Order } from './waybill-order.ts';

type Line =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'event'; readonly event: CarrierEvent }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

export interface OrderStore {
  find(waybill: string): Order | undefined;
  orders(): readonly Order[];
  open(order: Order): void;
  record(event: Omit<CarrierEvent, 'id'>): CarrierEvent;
  /** In the order of recording. */
  events(filter: { readonly waybill?: string; readonly after?: number }): readonly CarrierEvent[];
  log(delivery: Delivery): void;
  deliveries(waybill?: string): readonly Delivery[];
}

/** Orders, events and every try to report them: lines on disk, read back at the start. */
export const openOrderStore = (directory: string): OrderStore => {
  const journal = openJournal<Line>(join(directory, 'courier', 'carrier.jsonl'));
  const orders = new Map<string, Order>();
  const events: CarrierEvent[] = [];
  const deliveries: Delivery[] = [];
  const place = (line: Line): void => {
    switch (line.kind) {
      case 'order':
        orders.set(line.order.waybill, line.order);
        break;
      case 'event':
        events.push(line.event);
        break;
      case 'delivery':
        deliveries.push(line.delivery);
        break;
    }
  };
  const keep = (line: Line): void => {
    journal.append(line);
    place(line);
  };
  for (const line of journal.entries) place(line);
  return {
    find: (waybill) => orders.get(waybill),
    orders: () => [...orders.values()],
    open: (order) => keep({ kind: 'order', order }),
    record: (event) => {
      const numbered = { ...event, id: (events.at(-1)?.id ?? 0) + 1 };
      keep({ kind: 'event', event: numbered });
      return numbered;
    },
    events: ({ waybill, after = 0 }) =>
      events.filter(
        (event) => event.id > after && (waybill === undefined || event.waybill === waybill),
      ),
    log: (delivery) => keep({ kind: 'delivery', delivery }),
    deliveries: (waybill) =>
      deliveries.filter((delivery) => waybill === undefined || delivery.waybill === waybill),
  };
};
