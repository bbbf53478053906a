import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { CarrierState } from '#functions/returns/application/note-carrier.ts';
import type { OpenWaybillCase } from '#functions/returns/application/reconcile-waybills.ts';

import type { Page } from '#ports/unit-of-work.ts';

/** A carrier as its post offices see it. */
export const carrierView = ({ carrier, notConfiguredSince, unannounced }: CarrierState) => ({
  carrier,
  isConfigured: notConfiguredSince === undefined,
  ...(notConfiguredSince !== undefined && { notConfiguredSince: isoVietnam(notConfiguredSince) }),
  unannounced,
});

export const waybillCasePage = ({ items, next }: Page<OpenWaybillCase>) => ({
  items: items.map(({ id: waybill, carrier, state, since, shipment, office, refused }) => ({
    waybill,
    carrier,
    state,
    since: isoVietnam(since),
    ...(shipment && { shipmentId: shipment }),
    ...(office !== undefined && { office }),
    ...(refused && {
      refused: {
        count: refused.count,
        news: refused.news.map((told) => ({ ...told, occurredAt: isoVietnam(told.occurredAt) })),
      },
    }),
  })),
  ...(next !== undefined && { next }),
});
