import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';

/**
 * Dừng tính thời hạn: from the request for supplements (NĐ 61/2018 art. 19(4), since replaced by NĐ 118/2025) or for a payment to
 * its fulfilment; still running without `to`.
 */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant;
  /** Absent: papers. */
  readonly waitsFor?: PauseReason;
  /** Where it differs from the policy of the whole: a stop never starts the limit anew. */
  readonly policy?: PausePolicy;
}

/** What the limit stood still for, besides supplements. */
export type PauseReason = 'payment' | 'opinion' | 'stop';

/**
 * What a fulfilled request does to the limit. `restart`: counted anew from full receipt (NĐ 61/2018 art. 19(4), since
 * replaced by NĐ 118/2025); `pause`: only the waiting is left out, as QĐ 766/QĐ-TTg scores it. The province
 * chooses.
 */
export type PausePolicy = 'restart' | 'pause';

export const endOfPause = ({ to }: Pause): number => to ?? Number.POSITIVE_INFINITY;

/** In order, overlaps joined, empty ones dropped: callers read them off events of any order. */
export const orderedPauses = (pauses: readonly Pause[]): readonly Pause[] => {
  const ordered = pauses
    .filter((pause) => endOfPause(pause) > pause.from)
    .sort((a, b) => a.from - b.from);
  const joined: Pause[] = [];
  for (const pause of ordered) {
    const last = joined.at(-1);
    if (!last || endOfPause(last) < pause.from) joined.push(pause);
    else if (endOfPause(pause) > endOfPause(last))
      joined[joined.length - 1] = { ...pause, from: last.from };
  }
  return joined;
};

/**
 * The pause that takes a day out of a day-counted term. The day of the request still counts, the day
 * of fulfilment does not, as a day-counted term itself begins the day after (Civil Code 2015
 * art. 147(2)): asked and answered on one day costs nobody anything.
 */
export const pauseOver = (pauses: readonly Pause[], day: VietnamDay): Pause | undefined =>
  pauses.find(({ from, to }) => dayOf(from) < day && (to === undefined || day <= dayOf(to)));
