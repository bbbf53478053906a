import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Days on which an entry holds, both included; without `to` it holds until further notice. */
export interface Effective {
  readonly from: VietnamDay;
  readonly to?: VietnamDay;
}

export const inForce = (
  { effective }: { readonly effective: Effective },
  day: VietnamDay,
): boolean => effective.from <= day && (effective.to === undefined || day <= effective.to);
