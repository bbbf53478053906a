import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf, minuteOf, plusDays } from '#domain/time/vietnam-time.ts';

const wakes = 7 * 60;
const sleeps = 22 * 60;

/**
 * When a message may go: now, or 07:00 when people sleep. NĐ 91/2020 binds advertising to
 * 07:00–22:00; a status message keeps the same hours out of courtesy.
 */
export const sendAt = (now: Instant): Instant => {
  const minute = minuteOf(now);
  if (minute < wakes) return at(dayOf(now), wakes);
  return minute < sleeps ? now : at(plusDays(dayOf(now), 1), wakes);
};
