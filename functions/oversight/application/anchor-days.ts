import { type Anchor, anchorOf } from '#domain/anchor/anchor.ts';
import { readAgainAfter } from '#domain/anchor/recount.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { minus, minutes } from '#domain/time/instant.ts';
import { dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Anchors } from '#ports/anchors.ts';
import type { Clock } from '#ports/clock.ts';

/** What is recorded by the day, and how its contents are read again. */
export interface Recorded<Changed> {
  hashesOf(day: VietnamDay): Promise<readonly string[]>;
  /** What of that day is not what was recorded and hashed. */
  changedOn(day: VietnamDay): Promise<readonly Changed[]>;
}

interface Deps<Changed> {
  readonly recorded: Recorded<Changed>;
  readonly anchors: Anchors;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
}

/** A day of which one half is gone: its leaves, or the anchor that stands for them. */
export interface HalfDay {
  readonly day: VietnamDay;
  readonly lacks: 'leaves' | 'anchor';
}

/** What somebody must have changed, taken away or slipped in. */
export interface Tampering<Changed> {
  /** Days that no longer are what their anchors say. */
  readonly changed: readonly VietnamDay[];
  readonly contents: readonly Changed[];
  readonly halves: readonly HalfDay[];
}

export interface DaysAnchored<Changed> extends Tampering<Changed> {
  readonly anchored: readonly VietnamDay[];
}

/** No write takes so long: after this a day gets no more events, and the index shows all of them. */
const settles = minutes(15);
/** How far the very first run looks back for events. */
const firstLook = 40;

/**
 * Anchors every finished day that has none yet, in order and without a gap, so that a missed night
 * is made good by the next. A day's leaves are kept first: what was kept then is what counts. Before
 * that it reads past days again: whether each still gives its anchor, whether its contents still give
 * their hashes, and whether anchor and leaves are both there.
 */
export const makeAnchorDays =
  <Changed>(deps: Deps<Changed>) =>
  async (): Promise<DaysAnchored<Changed>> => {
    const { anchors, clock } = deps;
    const lastDay = plusDays(dayOf(minus(clock.now(), settles)), -1);
    let latest = await anchors.latest();
    const found = await tamperingBefore(deps, latest);
    const anchored: VietnamDay[] = [];
    let day = latest ? plusDays(latest.day, 1) : await firstDay(deps, lastDay);
    for (; day <= lastDay; day = plusDays(day, 1)) {
      latest = await anchorDay(deps, day, latest);
      anchored.push(day);
    }
    return { anchored, ...found };
  };

const anchorDay = async (
  { recorded, anchors, sha256 }: Deps<unknown>,
  day: VietnamDay,
  previous: Anchor | undefined,
): Promise<Anchor> => {
  const leaves = await anchors.keepLeaves(day, await recorded.hashesOf(day));
  const anchor = anchorOf(day, leaves, previous, sha256);
  await anchors.keep(anchor);
  return anchor;
};

const firstDay = async ({ recorded }: Deps<unknown>, lastDay: VietnamDay): Promise<VietnamDay> => {
  for (let back = firstLook; back > 0; back--) {
    const day = plusDays(lastDay, -back);
    if ((await recorded.hashesOf(day)).length > 0) return day;
  }
  return lastDay;
};

const tamperingBefore = async <Changed>(
  deps: Deps<Changed>,
  latest: Anchor | undefined,
): Promise<Tampering<Changed>> => {
  const changed: VietnamDay[] = [];
  const contents: Changed[] = [];
  const days = latest ? readAgainAfter.map((back) => plusDays(latest.day, -back)) : [];
  for (const day of days) {
    const anchor = await deps.anchors.find(day);
    if (!anchor) continue;
    if (!(await stillGives(deps, anchor))) changed.push(day);
    contents.push(...(await deps.recorded.changedOn(day)));
  }
  return { changed, contents, halves: await halfDays(deps) };
};

/** Whether the day, counted again, gives the same anchor. */
const stillGives = async (
  { anchors, recorded, sha256 }: Deps<unknown>,
  { day, hash }: Anchor,
): Promise<boolean> => {
  const previous = await anchors.find(plusDays(day, -1));
  return anchorOf(day, await recorded.hashesOf(day), previous, sha256).hash === hash;
};

/** Days with an anchor and no leaves, with leaves and no anchor, or with neither between two that have both. */
const halfDays = async ({
  anchors,
}: Pick<Deps<unknown>, 'anchors'>): Promise<readonly HalfDay[]> => {
  const kept = await anchors.days();
  const [withAnchor, withLeaves] = [new Set(kept.anchors), new Set(kept.leaves)];
  const all = [...withAnchor.union(withLeaves)].sort();
  const halves: HalfDay[] = [];
  const [first, last] = [all[0], all.at(-1)];
  for (let day = first; day && last && day <= last; day = plusDays(day, 1)) {
    if (!withAnchor.has(day)) halves.push({ day, lacks: 'anchor' });
    if (!withLeaves.has(day)) halves.push({ day, lacks: 'leaves' });
  }
  return halves;
};
