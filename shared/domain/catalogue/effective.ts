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

/** The entry that holds on a day. Data without one is a defect that `validate.ts` finds. */
export const ruleOn = <T extends { readonly effective: Effective }>(
  all: readonly T[],
  day: VietnamDay,
  what: string,
): T => {
  const rule = all.find((each) => inForce(each, day));
  if (!rule) throw new Error(`no rules for ${what} on ${day}`);
  return rule;
};
