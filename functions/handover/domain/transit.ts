import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { RouteClass } from '#domain/catalogue/postage.ts';
import {
  addWorkingDays,
  type CalendarBook,
  type CalendarParsed,
} from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';

/** J + n: working days after the day on the Phiếu gửi (TT 17/2017/TT-BTTTT). */
const workingDays: Readonly<Record<RouteClass, number>> = {
  'within-district': 1,
  'within-province': 2,
  'special-cities': 3,
  'inter-province': 4,
};

/**
 * Tuyến between a post office and an agency. Districts ended on 2025-06-30; what was within one is now
 * within a commune.
 */
export const routeClassBetween = (office: PostOffice, agency: Agency): RouteClass =>
  agency.id === office.commune ? 'within-district' : 'within-province';

/** When the papers must have been counted at the other end. */
export const transitLimit = (
  sentAt: Instant,
  route: RouteClass,
  book: CalendarBook,
): CalendarParsed<Instant> => within(sentAt, workingDays[route], book);

/**
 * When the citizen must have the appointment (giấy hẹn) too, which the post brings back: twice as many days,
 * J+2, J+4, J+6, J+8 (TT 17/2017/TT-BTTTT art. 7).
 */
export const appointmentLimit = (
  sentAt: Instant,
  route: RouteClass,
  book: CalendarBook,
): CalendarParsed<Instant> => within(sentAt, 2 * workingDays[route], book);

const within = (sentAt: Instant, days: number, book: CalendarBook): CalendarParsed<Instant> => {
  const last = addWorkingDays(book, dayOf(sentAt), days);
  return last.ok ? { ok: true, value: endOfWork(book, last.value) } : last;
};
