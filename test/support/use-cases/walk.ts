import { type Milliseconds, plus } from '#domain/time/instant.ts';
import { built } from './built.ts';
import { unconserved } from './conserved.ts';
import type { Reached } from './explore.ts';
import { brokenChains, judge } from './judge.ts';
import { copyOf, type Stand } from './stand.ts';
import { allCommands } from './table.ts';
import { aWorld } from './world.ts';

interface Step {
  readonly name: string;
  /** How long after the step before. */
  readonly after: Milliseconds;
}

/** Goes from a state by one command after another, and tells the first laws that are broken on the way. */
export const aWalker = () => {
  const world = aWorld();
  const parts = { world, on: built(world) };
  let n = 0;
  const stepped = async (before: Stand, { name, after }: Step) => {
    n += 1;
    const command = allCommands[name];
    if (!command) throw new Error(`no command ${name}`);
    const stand = copyOf(before, plus(before.now, after));
    const { outcome, flaws } = await judge(parts, command, stand, 1_000_000 + n);
    return { stand: outcome === 'done' ? copyOf(world.stand, stand.now) : stand, flaws };
  };
  return async (from: Reached, steps: readonly Step[]): Promise<readonly string[]> => {
    let stand = from.stand;
    for (const step of steps) {
      const next = await stepped(stand, step);
      stand = next.stand;
      const broken = [...next.flaws, ...brokenChains(stand), ...unconserved(stand)];
      if (broken.length > 0) return [...from.trail, step.name, ...broken];
    }
    return [];
  };
};
