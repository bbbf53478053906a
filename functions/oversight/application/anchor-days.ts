import { type Anchor, anchorOf } from '#domain/anchor/anchor.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { minus, minutes } from '#domain/time/instant.ts';
import { dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors, RecordedDays } from '#ports/anchors.ts';
import type { Clock } from '#ports/clock.ts';

interface Deps {
  readonly recorded: RecordedDays;
  readonly anchors: Anchors;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
}

export interface DaysAnchored {
  readonly anchored: readonly VietnamDay[];
  /** Days that no longer are what their anchors say: somebody changed the record. */
  readonly changed: readonly VietnamDay[];
}

/** No write takes so long: after this a day gets no more events, and the index shows all of them. */
const settles = minutes(15);
/** How many anchored days each run counts again. */
const countedAgain = 7;
/** How far the very first run looks back for events. */
const firstLook = 40;

/**
 * Anchors every finished day that has none yet, in order and without a gap, so that a missed night
 * is made good by the next. A day's leaves are kept first: what was kept then is what counts.
 */
export const makeAnchorDays = (deps: Deps) => async (): Promise<DaysAnchored> => {
  const { anchors, clock } = deps;
  const lastDay = plusDays(dayOf(minus(clock.now(), settles)), -1);
  let latest = await anchors.latest();
  const changed = latest ? await changedBefore(deps, latest) : [];
  const anchored: VietnamDay[] = [];
  let day = latest ? plusDays(latest.day, 1) : await firstDay(deps, lastDay);
  for (; day <= lastDay; day = plusDays(day, 1)) {
    latest = await anchorDay(deps, day, latest);
    anchored.push(day);
  }
  return { anchored, changed };
};

const anchorDay = async (
  { recorded, anchors, sha256 }: Deps,
  day: VietnamDay,
  previous: Anchor | undefined,
): Promise<Anchor> => {
  const leaves = await anchors.keepLeaves(day, await recorded.hashesOf(day));
  const anchor = anchorOf(day, leaves, previous, sha256);
  await anchors.keep(anchor);
  return anchor;
};

const firstDay = async ({ recorded }: Deps, lastDay: VietnamDay): Promise<VietnamDay> => {
  for (let back = firstLook; back > 0; back--) {
    const day = plusDays(lastDay, -back);
    if ((await recorded.hashesOf(day)).length > 0) return day;
  }
  return lastDay;
};

/** The last anchored days that, counted again, give another anchor. */
const changedBefore = async (deps: Deps, latest: Anchor): Promise<readonly VietnamDay[]> => {
  const { anchors, recorded, sha256 } = deps;
  const changed: VietnamDay[] = [];
  let anchor: Anchor | undefined = latest;
  for (let n = 0; anchor && n < countedAgain; n++) {
    const previous: Anchor | undefined = await anchors.find(plusDays(anchor.day, -1));
    const now = anchorOf(anchor.day, await recorded.hashesOf(anchor.day), previous, sha256);
    if (now.hash !== anchor.hash) changed.push(anchor.day);
    anchor = previous;
  }
  return changed;
};
