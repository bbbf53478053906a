import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Effective, inForce } from './effective.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Stated } from './stated.ts';

/** Cơ quan giải quyết: who settles procedures. */
export interface Agency {
  /** Stable here, whatever the agency is called or coded. */
  readonly id: string;
  /** Mã định danh (QĐ 20/2020), e.g. `H13.09`; goes into dossier codes. */
  readonly code: string;
  /** True: no source was found; the province must put the real one before go-live. */
  readonly codeIsPlaceholder: boolean;
  /** Mã đơn vị hành chính of a commune, five digits (QĐ 19/2025/QĐ-TTg). */
  readonly unitCode?: string;
  readonly name: string;
  /** The name in GSM-7 characters, at most 40: what an SMS calls the agency. */
  readonly nameUnaccented: string;
  readonly level: AgencyLevel;
  readonly effective: Effective;
  /** What exactly is not certain of these days. */
  readonly effectiveNote?: string;
  /**
   * Who took its work over on the day after it ended; the one at its seat first. A district's work went
   * to each of the communes made of it.
   */
  readonly successors?: readonly string[];
  readonly address: string;
  /** Absent where no number was found; none is invented. */
  readonly phone?: string;
  /** Absent likewise. */
  readonly email?: string;
  /** Of its own counter, where it has one. Absent where they were not confirmed. */
  readonly hours?: Stated<OpeningHours>;
  /**
   * Mã số thuế, which stands on every biên lai (NĐ 254/2026 art. 23(2)). Absent: none can be issued for it yet.
   * A placeholder is for rehearsals: no such number exists.
   */
  readonly taxCode?: { readonly value: string; readonly isPlaceholder: boolean };
  /** True: this system routes dossiers to it, so it has a queue. */
  readonly takesDossiers: boolean;
}

/** Cấp tỉnh, huyện, xã. The district level ended on 2025-06-30. */
export type AgencyLevel = 'province' | 'district' | 'commune';

/** The agencies that do this one's work on a day, the one at its seat first; empty where nobody does. */
export const successorsOn = (
  agencies: ReadonlyMap<string, Agency>,
  id: string,
  day: VietnamDay,
): readonly Agency[] => {
  const met = new Set([id]);
  const found: Agency[] = [];
  // A set goes on with what is added while it is walked: each agency once, whatever follows whom.
  for (const each of met) {
    const agency = agencies.get(each);
    if (agency && inForce(agency, day)) found.push(agency);
    else for (const next of agency?.successors ?? []) met.add(next);
  }
  return found;
};

/**
 * The agency that does this one's work on a day; of several the one that is `wanted`, otherwise the one
 * at its seat. Undefined where nobody does.
 */
export const successorOn = (
  agencies: ReadonlyMap<string, Agency>,
  id: string,
  day: VietnamDay,
  wanted?: readonly (string | undefined)[],
): Agency | undefined => {
  const all = successorsOn(agencies, id, day);
  const first = (wanted ?? []).flatMap((asked) => all.filter((each) => each.id === asked))[0];
  return first ?? all[0];
};
