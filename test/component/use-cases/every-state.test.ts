import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { days, hours, minutes, seconds } from '#domain/time/instant.ts';
import type { Explored } from '#test/support/use-cases/explore.ts';
import { explore } from '#test/support/use-cases/explore.ts';
import { allCommands } from '#test/support/use-cases/table.ts';
import { aWalker } from '#test/support/use-cases/walk.ts';
import { tried } from '../../security/tried.ts';

/** Where a skeleton is tried, the nearest states are enough: all of them are tried where it becomes code. */
const { MOST_STATES: most } = process.env;

let explored: Explored;

beforeAll(async () => {
  explored = await explore(allCommands, most === undefined ? most : Number(most));
}, 600_000);

const namesOf = (wanted: (done: number) => boolean): readonly string[] =>
  [...explored.outcomes]
    .filter(([, outcomes]) => wanted(outcomes.filter((each) => each === 'done').length))
    .map(([name]) => name)
    .sort();

describe('every use case in every state that use cases and time can lead to', () => {
  it('is done or refused by name, and keeps the laws of every command', ({ task }) => {
    tried(task, [...explored.outcomes.values()].flat().length);
    // Each line begins with the commands that lead there: run them again to see it.
    expect(explored.flaws.slice(0, 20)).toEqual([]);
  });

  it('is done in some of them, unless it is wrong as it is asked', () => {
    const wrong = Object.entries(allCommands).filter(([, { never }]) => never);
    expect(namesOf((done) => done === 0)).toEqual(wrong.map(([name]) => name).sort());
  });

  it('is tried in many states, and refused in many ways', () => {
    const refusals = [...explored.outcomes.values()].flat().filter((each) => each !== 'done');
    expect(explored.reached.length).toBeGreaterThan(1_000);
    expect(new Set(refusals.map(({ refused }) => refused)).size).toBeGreaterThan(60);
  });
});

describe('any walk of commands from any of these states, with time going on by any steps', () => {
  const names = Object.keys(allCommands);
  const step = fc.record({
    name: fc.constantFrom(...names),
    after: fc.constantFrom(seconds(0), minutes(7), hours(5), days(1), days(20)),
  });

  it('breaks no law, loses no money and no paper, and uses no number twice', async () => {
    const steps = fc.array(step, { minLength: 5, maxLength: 30 });
    const start = fc.nat({ max: explored.reached.length - 1 });
    const walk = aWalker();
    await fc.assert(
      fc.asyncProperty(start, steps, async (from, taken) => {
        const begin = explored.reached[from];
        if (!begin) throw new Error('no such state');
        expect(await walk(begin, taken)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
