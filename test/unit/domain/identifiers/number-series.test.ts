import { describe, expect, it } from 'vitest';
import { type HeldNumber, numbersToCheck, takeFrom } from '#domain/identifiers/number-series.ts';
import { type Instant, minus, seconds } from '#domain/time/instant.ts';
import { monday9 } from '#test/support/dossiers.ts';

const ago = (n: number): Instant => minus(monday9, seconds(n));
const held = (holder: string, number: number, since: number): HeldNumber => ({
  holder,
  number,
  since: ago(since),
});
const take = (all: readonly HeldNumber[], ...used: readonly number[]) =>
  takeFrom({ given: 9, held: all }, 'lan', monday9, new Set(used));

describe('a number of a series', () => {
  it('is the one that its taker holds already', () =>
    expect(take([held('lan', 4, 1)])).toEqual({ from: 'own', number: 4 }));

  it('is a new one where the held one has been used', () => {
    const own = held('lan', 4, 1);
    expect(take([own], 4)).toEqual({ from: 'next', settled: [own] });
  });

  it('is one that another has lost: held longer than any request lives, and used by nobody', () => {
    const lost = held('minh', 3, 20);
    expect(take([held('binh', 5, 19), lost])).toEqual({ from: 'lost', lost, settled: [] });
    expect(take([lost], 3)).toEqual({ from: 'next', settled: [lost] });
    expect(take([held('minh', 3, 19)])).toEqual({ from: 'next', settled: [] });
  });
});

describe('what is looked at', () => {
  it('is the taker’s own and the oldest of others, the lower number first, and not the fresh', () => {
    const all = [
      held('a', 8, 9),
      held('b', 7, 9),
      held('c', 2, 30),
      held('d', 9, 4),
      held('lan', 1, 0),
    ];
    const asked = numbersToCheck({ given: 9, held: all }, 'lan', monday9);
    expect(asked.map(({ number }) => number)).toEqual([1, 2, 7, 8]);
  });
});
