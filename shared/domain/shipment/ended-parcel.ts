/** Why a label was voided before anybody carried the parcel. */
export const voidedWhy = ['wrong-address', 'carrier-refused', 'made-by-mistake'] as const;
export type VoidedWhy = (typeof voidedWhy)[number];

/** `carrier`: it says so itself. `no-news`: nothing was heard of the parcel for as long as data says. */
export const lossKnownBy = ['carrier', 'no-news'] as const;
export type LossKnownBy = (typeof lossKnownBy)[number];
