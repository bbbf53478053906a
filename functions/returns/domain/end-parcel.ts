import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import type { LossKnownBy, VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { isAwaited } from './awaited.ts';
import type { Shipment } from './shipment.ts';
import { hasMoved } from './waybill-case.ts';

interface Said {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

export interface VoidAsked extends Said {
  readonly why: VoidedWhy;
}

export interface LossAsked extends Said {
  readonly reference?: string;
}

const ended = (shipment: Shipment, end: object): Shipment => {
  const { announcement: _, ...rest } = shipment;
  return {
    ...rest,
    // A carrier that has not answered yet need not be told any more.
    ...(shipment.announcement &&
      shipment.announcement.state !== 'open' && { announcement: shipment.announcement }),
    version: shipment.version + 1,
    ended: { ...end, events: shipment.events.length } as NonNullable<Shipment['ended']>,
  };
};

const over = (shipment: Shipment, step: string): Refused | undefined =>
  shipment.ended || shipment.pickedUp
    ? refuse({ code: 'step-not-allowed', state: 'parcel-ended', step })
    : undefined;

/** Huỷ nhãn: nobody has carried it yet. */
export const voidShipment = (shipment: Shipment, asked: VoidAsked): Outcome<Shipment> => {
  const refused = over(shipment, 'void-parcel');
  if (refused) return refused;
  if (hasMoved(shipment)) return refuse({ code: 'parcel-has-left' });
  return done(ended(shipment, { how: 'voided', ...asked }));
};

/** When a parcel of which nothing is heard may be declared lost: so many working days after its last news. */
const lastNewsOf = ({ createdAt, events }: Shipment): Instant =>
  instant(Math.max(createdAt, ...events.map(({ recordedAt }) => recordedAt)));

export interface Silence {
  readonly book: CalendarBook;
  readonly workingDays: number;
}

const lostFrom = (shipment: Shipment, { book, workingDays }: Silence): VietnamDay | undefined => {
  const last = addWorkingDays(book, dayOf(lastNewsOf(shipment)), workingDays);
  return last.ok ? last.value : undefined;
};

/**
 * Báo mất: on the carrier's own word, by its news or on paper, or where nothing was heard of the parcel for as
 * many working days as the pool's data says.
 */
export const loseShipment = (
  shipment: Shipment,
  asked: LossAsked,
  silence: Silence,
): Outcome<{ readonly after: Shipment; readonly knownBy: LossKnownBy }> => {
  const refused = over(shipment, 'declare-loss');
  if (refused) return refused;
  const { state } = deliveryState(shipment.events);
  const isHere = state === 'returned-to-sender' && !isAwaited(shipment);
  if (state === 'delivered' || isHere)
    return refuse({ code: 'step-not-allowed', state, step: 'declare-loss' });
  const isSaid = state === 'lost' || asked.reference !== undefined;
  const from = lostFrom(shipment, silence);
  if (!isSaid && !(from !== undefined && from < dayOf(asked.at)))
    return refuse({ code: 'loss-unconfirmed', from });
  const knownBy = isSaid ? 'carrier' : 'no-news';
  return done({ after: ended(shipment, { how: 'lost', knownBy, ...asked }), knownBy });
};
