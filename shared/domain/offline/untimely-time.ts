import type { Instant } from '#domain/time/instant.ts';

/** Why papers cannot have been taken then. */
export const takenTimeFaults = [
  'in-the-future',
  'before-the-lease',
  'after-the-close',
  'too-long-ago',
] as const;
export type TakenTimeFault = (typeof takenTimeFaults)[number];

/** A time that was told of a slip and lies outside its bounds: it is kept, and moves nothing. */
export interface UntimelyTime {
  readonly takenAt: Instant;
  readonly why: TakenTimeFault;
  /** Who entered it, and when. */
  readonly by: string;
  readonly at: Instant;
  /** What a supervisor found out about it. */
  readonly settled?: { readonly by: string; readonly at: Instant; readonly finding: string };
}

/** Nhập sau ngoài hạn: what was told of one slip, the first and the last of it; and how often in all. */
export interface Untimely {
  readonly told: readonly UntimelyTime[];
  readonly count: number;
}
