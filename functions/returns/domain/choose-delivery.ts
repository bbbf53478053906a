import { inForce } from '#domain/catalogue/effective.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import { type PostagePrice, postageOf, type RouteClass } from '#domain/catalogue/postage.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { isAllowed } from '#domain/dossier/case-status.ts';
import type { DeliveryPlace, DeliveryWish } from '#domain/dossier/chosen-delivery.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { lastLost } from '#domain/dossier/steps/end-parcel.ts';
import { isUnderWay } from '#domain/dossier/steps/return-result.ts';
import { type Decision, forbidden } from '#domain/dossier/steps/step.ts';
import { done, type Refused, refuse } from '#domain/refusal.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** What the citizen asks for: a place, a time, or both. */
export interface DeliveryAsked {
  readonly to?: DeliveryPlace;
  readonly wish?: DeliveryWish;
}

/** What the province lays down, and the day on which it is asked. */
export interface DeliveryRules {
  readonly procedure: Procedure;
  readonly today: VietnamDay;
  readonly prices: readonly PostagePrice[];
  readonly calendar: CalendarBook;
  readonly office: (id: string) => PostOffice | undefined;
  /** Whether it is the agency of a commune of today. */
  readonly isCommune: (agency: string) => boolean;
}

/** A wish for a day further off than this is a slip of the finger. */
export const wishedAhead = 60;

/**
 * Đổi cách nhận kết quả: another counter, another door, a wished day. Once, and only while nobody has made a
 * parcel of it yet: what a carrier has goes where its label says.
 */
export const chooseDelivery = (
  dossier: Dossier,
  asked: DeliveryAsked,
  rules: DeliveryRules,
): Decision => {
  const refused =
    notAny(dossier) ?? unfitPlace(dossier, asked.to, rules) ?? unfitDay(asked.wish, rules);
  if (refused) return refused;
  const moreVnd = asked.to ? moreFor(dossier, asked.to, rules) : 0;
  return done([{ type: 'delivery-chosen', ...asked, moreVnd }]);
};

export const shutReasons = [
  'result-has-left',
  'step-not-allowed',
  'delivery-chosen-before',
] as const;
export type ShutReason = (typeof shutReasons)[number];

/** Why nothing can be chosen for the dossier as it stands; undefined where something can. */
export const shutBecause = (dossier: Dossier): ShutReason | undefined => {
  if (isUnderWay(dossier)) return 'result-has-left';
  if (!isAllowed('choose-delivery', dossier.status)) return 'step-not-allowed';
  return dossier.chosenDelivery && 'delivery-chosen-before';
};

const notAny = (dossier: Dossier): Refused | undefined => {
  const shut = shutBecause(dossier);
  if (shut === 'step-not-allowed') return forbidden('choose-delivery', dossier.status);
  return shut && refuse({ code: shut });
};

const unfitPlace = (
  { office: home }: Dossier,
  to: DeliveryPlace | undefined,
  { procedure, office, isCommune, today }: DeliveryRules,
): Refused | undefined => {
  if (!to) return undefined;
  const ground = withoutPost(procedure);
  const isHome = to.kind === 'office' && to.office === home;
  if (ground !== undefined && !isHome) return refuse({ code: 'result-in-person', ground });
  if (to.kind === 'address')
    return isCommune(to.commune) ? undefined : refuse({ code: 'address-outside' });
  const asked = office(to.office);
  return asked && handsOut(asked, today) ? undefined : refuse({ code: 'office-hands-nothing-out' });
};

/** The article that keeps the result from the post, as the guide of the procedure states it. */
export const withoutPost = ({ ways }: Procedure): string | undefined =>
  ways?.postal?.value === 'none' ? ways.postal.source : undefined;

/** Whether somebody there hands results out on that day. */
export const handsOut = (office: PostOffice, day: VietnamDay): boolean =>
  inForce(office, day) && office.handsOut !== false;

const unfitDay = (
  wish: DeliveryWish | undefined,
  { calendar, today }: DeliveryRules,
): Refused | undefined => {
  if (!wish) return undefined;
  const until = plusDays(today, wishedAhead);
  if (wish.day < today || wish.day > until)
    return refuse({ code: 'wished-day-invalid', from: today, until });
  const works = calendar.isWorkingDay(wish.day);
  if (!works.ok) return refuse({ code: 'calendar-missing', year: works.year });
  return works.value ? undefined : refuse({ code: 'wished-day-invalid', from: today, until });
};

/**
 * Tuyến of the way home: districts ended on 1 July 2025, so the nearest class is the commune of the office that
 * took it in, and the rest of the province the next. Over that office's own counter nothing is carried.
 */
const routeOf = (
  dossier: Dossier,
  to: DeliveryPlace,
  office: DeliveryRules['office'],
): RouteClass | undefined => {
  if (to.kind === 'office' && to.office === dossier.office) return undefined;
  const commune = to.kind === 'office' ? office(to.office)?.commune : to.commune;
  return commune === office(dossier.office)?.commune ? 'within-district' : 'within-province';
};

/**
 * Cước above what was stated for the dossier. Weighed as its lightest step, as at the counter where nobody has
 * weighed; nothing goes back, and after a loss the post carries for nothing (QĐ 45/2016 art. 14).
 */
export const moreFor = (
  dossier: Dossier,
  to: DeliveryPlace,
  { prices, office, today }: Pick<DeliveryRules, 'prices' | 'office' | 'today'>,
): number => {
  const route = routeOf(dossier, to, office);
  const price = prices.find((each) => each.routeClass === route && inForce(each, today));
  if (!price || lastLost(dossier)) return 0;
  return Math.max(0, postageOf(price, 1) - dossier.fees.postageVnd);
};
