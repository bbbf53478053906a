import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Nơi nhận kết quả: over the counter of a post office, or at a door. */
export type DeliveryPlace =
  | { readonly kind: 'office'; readonly office: string }
  | {
      readonly kind: 'address';
      /** Agency of the commune that it lies in today. */
      readonly commune: string;
      /** House, street or hamlet, as the citizen says it. Personal data, sealed beside its event. */
      readonly address: string;
    };

export const dayParts = ['morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];

/** When the citizen would like it: what the carrier promises is not ours to promise. */
export interface DeliveryWish {
  readonly day: VietnamDay;
  readonly part?: DayPart;
}

/** What a citizen chose in place of what was said at the counter: once a dossier. */
export interface ChosenDelivery {
  /** Absent: the way stays, and a time is wished for. */
  readonly to?: DeliveryPlace;
  readonly wish?: DeliveryWish;
  /** Cước that the new way costs above what was stated; đồng, and it is owed from then on. */
  readonly moreVnd: number;
  readonly chosenAt: Instant;
}
