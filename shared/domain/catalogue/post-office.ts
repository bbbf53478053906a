import type { Agency } from './agency.ts';
import type { Effective } from './effective.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Stated } from './stated.ts';

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
  /**
   * Tiếp nhận không phụ thuộc địa giới: whose dossiers its one-stop takes in for others, so that their
   * terms begin when they have them (NĐ 309/2026 art. 8(3)). Whether a Sở's is one is asked of Bộ Tư pháp.
   */
  readonly boundaryFree?: {
    readonly otherCommunes: boolean;
    readonly agencies: readonly string[];
    readonly source: string;
  };
  /** Nơi không trả kết quả: nobody there hands results out; absent: somebody does. */
  readonly handsOut?: false;
  /** Absent where they were not confirmed: then nobody is told that it is open. */
  readonly hours?: Stated<OpeningHours>;
  readonly effective: Effective;
}

/**
 * `agent`: the post is the citizen's courier and the clock starts when the department signs the Biên
 * bản giao nhận (QĐ 45/2016 art. 7). `onestop`: the one-stop sits in the office and the clock starts at
 * its counter.
 */
export type IntakeMode = 'agent' | 'onestop';

/** Whether what the office takes in for that agency is received without regard to boundaries. */
export const isBoundaryFree = (
  { commune, agencyOfOneStop, boundaryFree }: PostOffice,
  { id, level }: Pick<Agency, 'id' | 'level'>,
): boolean => {
  if (!boundaryFree || id === commune || id === agencyOfOneStop) return false;
  return boundaryFree.agencies.includes(id) || (level === 'commune' && boundaryFree.otherCommunes);
};
