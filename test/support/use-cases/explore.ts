import { days, hours, minutes, plus } from '#domain/time/instant.ts';
import { abstractions, isWorthFollowing } from './abstract.ts';
import { standingOf } from './authority.ts';
import { built } from './built.ts';
import { type Commands, placeOf } from './command.ts';
import { unconserved } from './conserved.ts';
import { brokenChains, type Judged, judge, judgeCast, judgeStranger } from './judge.ts';
import { aWatchedStand, copyOf, frozen, type Stand } from './stand.ts';
import { aWorld } from './world.ts';

export interface Reached {
  readonly stand: Stand;
  /** The commands that led here. */
  readonly trail: readonly string[];
}

export interface Explored {
  readonly reached: readonly Reached[];
  readonly outcomes: ReadonlyMap<string, readonly Judged['outcome'][]>;
  /** Each with the way to it. */
  readonly flaws: readonly string[];
}

/** Past a lease, into the night, past a receipt that is waited for and past an answer day. */
const pauses = {
  'an hour and more': minutes(90),
  'until the night': hours(14),
  'two months': days(60),
} as const;

const later = ({ stand, trail }: Reached): readonly Reached[] =>
  Object.entries(pauses).map(([name, span]) => ({
    stand: copyOf(stand, plus(stand.now, span)),
    trail: [...trail, name],
  }));

/** True the first time that a name is told. */
const oncePerName = () => {
  const told = new Set<string>();
  return (name: string): boolean => told.size < told.add(name).size;
};

/**
 * Every command in every stand that commands and time can lead to from an empty system, each abstract
 * state of each machine once: what was done, how it was refused, and every law that was broken. `most`
 * ends it early, after the states that the fewest commands lead to.
 */
export const explore = async (
  commands: Commands,
  most = Number.POSITIVE_INFINITY,
): Promise<Explored> => {
  const world = aWorld();
  const parts = { world, on: built(world) };
  const seen = new Set<string>();
  const outcomes = new Map<string, Judged['outcome'][]>(
    Object.keys(commands).map((name) => [name, []]),
  );
  const flaws: string[] = [];
  const firsts = oncePerName();
  const waiting: Reached[] = [];
  const follow = (reached: Reached): void => {
    const fresh = abstractions(reached.stand).filter((state) => !seen.has(state));
    for (const state of fresh) seen.add(state);
    if (fresh.length > 0) waiting.push({ ...reached, stand: frozen(reached.stand) });
  };
  follow({ stand: aWatchedStand().stand, trail: [] });
  const reached: Reached[] = [];
  for (let next = waiting.shift(); next && reached.length < most; next = waiting.shift()) {
    const { stand, trail } = next;
    reached.push(next);
    const broken = [...brokenChains(stand), ...unconserved(stand)];
    flaws.push(...broken.map((flaw) => `${trail.join(' → ')}: ${flaw}`));
    if (stand.dossiers.size > 0) later(next).forEach(follow);
    const isFirst = firsts(standingOf(placeOf(stand).dossier));
    for (const [name, command] of Object.entries(commands)) {
      const judged = await judge(parts, command, stand, reached.length);
      outcomes.get(name)?.push(judged.outcome);
      const way = [...trail, name];
      if (judged.outcome === 'done' && isWorthFollowing(world.stand))
        follow({ stand: copyOf(world.stand, stand.now), trail: way });
      const unlawful = [
        ...judged.flaws,
        ...(await judgeStranger(parts, command, stand)),
        ...(await judgeCast(parts, command, stand, isFirst)),
      ];
      flaws.push(...unlawful.map((flaw) => `${way.join(' → ')}: ${flaw}`));
    }
  }
  return { reached, outcomes, flaws };
};
