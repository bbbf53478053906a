import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Effective, inForce } from './effective.ts';

/** Tuyến, as TT 17/2017/TT-BTTTT classes them for the transit time of dossiers. */
export type RouteClass =
  | 'within-district'
  | 'within-province'
  | 'special-cities'
  | 'inter-province';

/** Cước: what the post takes for carrying; never mixed with phí and lệ phí, which are the State's. */
export interface PostagePrice {
  readonly routeClass: RouteClass;
  readonly effective: Effective;
  readonly firstGrams: number;
  /** Whole đồng. */
  readonly firstVnd: number;
  readonly nextGrams: number;
  readonly nextVnd: number;
  /** True: not a tariff in force; the province must put the real one before go-live. */
  readonly isPlaceholder: boolean;
  readonly note: string;
}

/** Whole đồng for a parcel; each begun step of weight counts. Undefined without a price that day. */
export const postageVnd = (
  prices: readonly PostagePrice[],
  parcel: { readonly routeClass: RouteClass; readonly grams: number },
  day: VietnamDay,
): number | undefined => {
  const price = prices.find(
    (entry) => entry.routeClass === parcel.routeClass && inForce(entry, day),
  );
  if (!price) return undefined;
  const over = Math.max(0, parcel.grams - price.firstGrams);
  return price.firstVnd + Math.ceil(over / price.nextGrams) * price.nextVnd;
};
