import type { Effective } from './effective.ts';

/** Tuyến, as TT 17/2017/TT-BTTTT classes them for the transit time of dossiers. */
export const routeClasses = [
  'within-district',
  'within-province',
  'special-cities',
  'inter-province',
] as const;

export type RouteClass = (typeof routeClasses)[number];

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

/** Whole đồng for a weight: the first step, and each begun step after it. */
export const postageOf = (
  { firstGrams, firstVnd, nextGrams, nextVnd }: Tariff,
  grams: number,
): number => firstVnd + Math.ceil(Math.max(0, grams - firstGrams) / nextGrams) * nextVnd;

type Tariff = Pick<PostagePrice, 'firstGrams' | 'firstVnd' | 'nextGrams' | 'nextVnd'>;
