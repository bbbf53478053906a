import type { Effective } from './effective.ts';

/** Bưu cục: where citizens hand in papers. */
export interface PostOffice {
  readonly id: string;
  readonly name: string;
  readonly postcode: string;
  /** True: only the province's prefix is known. */
  readonly postcodeIsPlaceholder: boolean;
  readonly address: string;
  /** The commune that the office lies in: its one-stop settles the commune's procedures. */
  readonly commune: string;
  /** The agency whose one-stop (bộ phận một cửa) sits in the office; it accepts at the counter. */
  readonly agencyOfOneStop?: string;
  /** Ways in which the office takes papers in; the first is the usual one. */
  readonly intakeModes: readonly IntakeMode[];
  readonly effective: Effective;
}

/**
 * `agent`: the post is the citizen's courier and the clock starts when the department signs the Biên
 * bản giao nhận (QĐ 45/2016 art. 7). `onestop`: the one-stop sits in the office and the clock starts at
 * its counter.
 */
export type IntakeMode = 'agent' | 'onestop';
