import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Post offices by place, as the province lays them down. */
export interface OfficeFinder {
  isOffice(id: string): boolean;
  /** Undefined where the address names none, or more than one. */
  serving(address: string, day: VietnamDay): string | undefined;
}
