import type { Collection, CourierEvent } from '#domain/shipment/courier-event.ts';

interface Party {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** A parcel as the carrier is told of it. Waybill and order number together make it one parcel. */
export interface ParcelOrder {
  readonly waybill: string;
  /** Mã hồ sơ. */
  readonly orderNumber: string;
  readonly collect: Collection;
  readonly sender: Party;
  /** Without a number where the recipient has none. */
  readonly receiver: Omit<Party, 'phone'> & Partial<Pick<Party, 'phone'>>;
  /** Thu hồi giấy tờ. */
  readonly takeBack: readonly string[];
}

/**
 * `accepted`: the carrier has the order, now or from before. `refused`: it has said no. `unknown`:
 * nobody knows, and telling it again is safe.
 */
export type OrderOutcome =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string };

/** One line of the carrier's news. */
export interface ParcelNews {
  readonly waybill: string;
  readonly event: Omit<CourierEvent, 'recordedAt'>;
}

export interface NewsPage {
  readonly news: readonly ParcelNews[];
  /** Where the next page begins; the same as asked where there is nothing new. */
  readonly lastId: number;
}

/** A carrier's own system: parcels are announced to it, and its news is asked for. */
export interface CourierDesk {
  readonly carrier: string;
  /** False until the operator has given us the carrier's account: then nothing is asked of it. */
  isConfigured(): Promise<boolean>;
  announce(order: ParcelOrder): Promise<OrderOutcome>;
  /** Everything after `lastId`, the oldest first. Throws where the carrier does not answer. */
  newsAfter(lastId: number): Promise<NewsPage>;
}
