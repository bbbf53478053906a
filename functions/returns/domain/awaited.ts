import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { parcelOutcome } from '#domain/shipment/outcome.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Shipment } from './shipment.ts';

const hasComeBack = ({ events }: Shipment): boolean =>
  parcelOutcome(events).outcome === 'returned-to-agency';

/** The shipment after its last news: awaited from when it was first told to have come back. */
export const withAwaited = (
  before: Shipment,
  after: Shipment,
  { now, isDenied }: { readonly now: Instant; readonly isDenied: boolean },
): Shipment => {
  // What was in it is in other hands by now.
  if (isDenied) return after;
  const { awaitedSince: _, ...rest } = after;
  if (!hasComeBack(after)) return rest;
  // Told before anybody asked who had taken it in, or known to be here.
  const isKnown = hasComeBack(before) || after.takenIn || after.pickedUp || after.ended;
  return isKnown ? after : { ...after, awaitedSince: now };
};

/** Nobody has it but its carrier, by the carrier's own word that it brought it back. */
export const isAwaited = (
  shipment: Shipment,
): shipment is Shipment & { readonly awaitedSince: Instant } =>
  shipment.awaitedSince !== undefined && !shipment.pickedUp && !shipment.ended;

/** So long may it lie between the carrier's van and the counter. */
const workingDaysToTakeIn = 2;

export const isAwaitedTooLong = (
  awaitedSince: Instant,
  book: CalendarBook,
  now: Instant,
): boolean => {
  const last = addWorkingDays(book, dayOf(awaitedSince), workingDaysToTakeIn);
  return last.ok && last.value < dayOf(now);
};

/** The same shipment where it was not awaited: its old papers alone were. */
export const withTakenIn = (
  shipment: Shipment,
  takenIn: { readonly at: Instant; readonly by: string },
): Shipment => {
  const { awaitedSince, ...rest } = shipment;
  return awaitedSince === undefined
    ? shipment
    : { ...rest, version: shipment.version + 1, takenIn };
};
