import { type Instant, type Milliseconds, minus, plus } from '#domain/time/instant.ts';
import type { CourierEvent, OutOfLife } from './courier-event.ts';

/** From when to when something can have happened to a parcel. */
export interface ParcelLife {
  /** When the parcel was made. */
  readonly from: Instant;
  /** Nobody tells what has not happened yet. */
  readonly now: Instant;
  /** By how much the teller's clock may be off at either end. */
  readonly tolerance: Milliseconds;
}

/** Who tells a time has an interest in it: what lies outside the parcel's life is no time of it. */
export const outOfLife = (
  told: Instant,
  { from, now, tolerance }: ParcelLife,
): OutOfLife | undefined => {
  if (told < minus(from, tolerance)) return 'before-the-parcel';
  return told > plus(now, tolerance) ? 'in-the-future' : undefined;
};

export const isInLife = (event: CourierEvent): boolean => event.outOfLife === undefined;
