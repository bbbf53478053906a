import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Effective, inForce } from './effective.ts';

/** Cơ quan giải quyết: who settles procedures. */
export interface Agency {
  /** Stable here, whatever the agency is called or coded. */
  readonly id: string;
  /** Mã định danh (QĐ 20/2020), e.g. `H13.09`; goes into dossier codes. */
  readonly code: string;
  /** True: no source was found; the province must put the real one before go-live. */
  readonly codeIsPlaceholder: boolean;
  readonly name: string;
  /** The name in GSM-7 characters, at most 40: what an SMS calls the agency. */
  readonly nameUnaccented: string;
  readonly level: AgencyLevel;
  readonly effective: Effective;
  /** Who took its work over on the day after it ended. */
  readonly successor?: string;
  readonly address: string;
  /** Absent where no number was found; none is invented. */
  readonly phone?: string;
  /** True: this system routes dossiers to it, so it has a queue. */
  readonly takesDossiers: boolean;
}

/** Cấp tỉnh, huyện, xã. The district level ended on 2025-06-30. */
export type AgencyLevel = 'province' | 'district' | 'commune';

/** The agency that does this one's work on a day; undefined where nobody does. */
export const successorOn = (
  agencies: ReadonlyMap<string, Agency>,
  id: string,
  day: VietnamDay,
): Agency | undefined => {
  const seen = new Set<string>();
  for (let next: string | undefined = id; next && !seen.has(next); ) {
    seen.add(next);
    const agency = agencies.get(next);
    if (!agency || inForce(agency, day)) return agency;
    next = agency.successor;
  }
  return undefined;
};
