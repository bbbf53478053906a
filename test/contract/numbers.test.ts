import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNumbers } from '#adapters/aws/dynamodb/numbers.ts';
import { makeMemoryNumbers } from '#adapters/memory/numbers.ts';
import { type Instant, instant, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Numbers } from '#ports/numbers.ts';
import { startTables } from '#test/support/tables.ts';

let running: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  running = await startTables();
}, 60_000);
afterAll(() => running?.stop());

const start = instant(Date.UTC(2026, 10, 30, 2));

/** A clock that goes on when it is told to. */
const aClock = () => {
  let now: Instant = start;
  const clock: Clock = { now: () => now, pauseUpTo: () => setTimeout(1) };
  return { clock, pass: (span: number) => (now = instant(now + span)) };
};

let series = 0;

/** A series of its own, and the numbers that something bears. */
const aSeries = (make: (clock: Clock) => Numbers) => {
  const { clock, pass } = aClock();
  const numbers = make(clock);
  const borne = new Set<number>();
  const name = `test#${series++}`;
  const bearerOf = async (number: number) => (borne.has(number) ? 'somebody' : undefined);
  return {
    pass,
    borne,
    take: (holder: string) => numbers.take({ series: name, holder, bearerOf }),
    state: () => numbers.stateOf(name),
  };
};

describe.each([
  ['in memory', (clock: Clock) => makeMemoryNumbers(clock)],
  ['on DynamoDB', (clock: Clock) => makeNumbers(running.document, running.tables, clock)],
])('numbers %s', (_, make) => {
  it('rise by one, and are the taker’s however often it asks', async () => {
    const { take } = aSeries(make);
    expect([await take('a'), await take('b'), await take('a'), await take('c')]).toEqual([
      1, 2, 1, 3,
    ]);
  });

  it('go to as many as take at once, each to one', async () => {
    const { take, state } = aSeries(make);
    const taken = await Promise.all(Array.from({ length: 60 }, (_, n) => take(`holder-${n}`)));
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    expect((await state()).given).toBe(60);
  });

  it('are given again when their taker never used them, and only then', async () => {
    const { take, borne, pass } = aSeries(make);
    await take('used');
    await take('lost');
    borne.add(1);
    pass(seconds(10));
    expect(await take('early')).toBe(3);
    borne.add(3);
    pass(seconds(11));
    expect(await take('late')).toBe(2);
    expect(await take('after')).toBe(4);
  });

  it('give another to who used the one it had, and to who lost it meanwhile', async () => {
    const { take, borne, pass } = aSeries(make);
    expect(await take('a')).toBe(1);
    borne.add(1);
    expect(await take('a')).toBe(2);
    pass(seconds(21));
    expect(await take('b')).toBe(2);
    borne.add(2);
    expect(await take('a')).toBe(3);
  });

  it('forget who has used theirs: what is kept does not grow with the day', async () => {
    const { take, borne, pass, state } = aSeries(make);
    for (let n = 0; n < 40; n++) {
      borne.add(await take(`holder-${n}`));
      pass(seconds(3));
    }
    const { held, given } = await state();
    expect(given).toBe(40);
    expect(held.length).toBeLessThan(5);
  });
});

/** What may become of a request that took a number. */
type Fate = 'uses' | 'dies' | 'repeats';

describe('whatever becomes of those who take', () => {
  const requests = fc.array(
    fc.record({
      fate: fc.constantFrom<Fate>('uses', 'dies', 'repeats'),
      wait: fc.integer({ min: 0, max: 25 }),
    }),
    { maxLength: 60 },
  );

  /** What came to be borne, in the order of its taking. */
  const played = async (all: readonly { readonly fate: Fate; readonly wait: number }[]) => {
    const { take, borne, pass } = aSeries((clock) => makeMemoryNumbers(clock));
    const taken: number[] = [];
    const uses = async (holder: string) => {
      const number = await take(holder);
      taken.push(number);
      borne.add(number);
    };
    for (const [n, { fate, wait }] of all.entries()) {
      await (fate === 'uses' ? uses(`${n}`) : take(`${n}`));
      pass(seconds(wait));
      if (fate === 'repeats') await uses(`${n}`);
    }
    // Those who come later fill what was left.
    for (let n = 0; n <= all.length; n++) {
      pass(seconds(21));
      await uses(`later-${n}`);
    }
    return taken.sort((a, b) => a - b);
  };

  it('no number is borne twice, and none is left out once all have ended', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const taken = await played(all);
        expect(taken).toEqual(taken.map((_, at) => at + 1));
      }),
      { numRuns: 300 },
    );
  });
});
