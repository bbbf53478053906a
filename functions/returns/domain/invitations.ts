import type { CalendarBook, CalendarParsed } from '#domain/deadline/working-calendar.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { deliveryState, failedAttempts } from '#domain/shipment/delivery.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { type AttemptPlan, attemptPlan } from './attempts.ts';

export interface Invitations {
  readonly plan: AttemptPlan;
  /** The way back began before the citizen had both invitations and time to answer the last. */
  readonly isReturnedTooEarly: boolean;
}

/** The rule of TT 17/2017 over what happened to a parcel. */
export const invitations = (
  events: readonly CourierEvent[],
  book: CalendarBook,
): CalendarParsed<Invitations> => {
  const plan = attemptPlan(failedAttempts(events), book);
  if (!plan.ok) return plan;
  const { wayBackSince } = deliveryState(events);
  const isReturnedTooEarly = wayBackSince !== undefined && !mayReturn(plan.value, wayBackSince);
  return { ok: true, value: { plan: plan.value, isReturnedTooEarly } };
};

const mayReturn = ({ next }: AttemptPlan, moment: Instant): boolean =>
  next.step === 'return-to-agency' && dayOf(moment) >= next.notBefore;
