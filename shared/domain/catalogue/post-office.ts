import type { Effective } from './effective.ts';

/** Bưu cục: where citizens hand in papers. */
export interface PostOffice {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** The commune that the office lies in: its one-stop settles the commune's procedures. */
  readonly commune: string;
  readonly effective: Effective;
}
