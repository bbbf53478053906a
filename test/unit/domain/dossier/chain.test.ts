import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { firstBrokenLink, GENESIS } from '#domain/dossier/chain.ts';
import { chain } from '#test/support/chained.ts';
import { historyUntil } from '#test/support/dossiers.ts';

const links = chain(historyUntil('returned').events, GENESIS, sha256);

describe('the chain of a dossier’s history', () => {
  it('holds for what was written', () => {
    expect(firstBrokenLink(links, sha256)).toBeUndefined();
  });

  it('does not depend on the order in which a store returns fields', () => {
    const shuffled = links.map(({ fact, ...event }) => ({
      ...Object.fromEntries(Object.entries(event).reverse()),
      fact: Object.fromEntries(Object.entries(fact).reverse()),
    })) as unknown as typeof links;
    expect(firstBrokenLink(shuffled, sha256)).toBeUndefined();
  });

  it('breaks where any event is edited, dropped or swapped', () => {
    const anyIndex = fc.integer({ min: 0, max: links.length - 1 });
    const tampering = fc.oneof(
      fc.record({ how: fc.constant('edit' as const), at: anyIndex }),
      fc.record({
        how: fc.constant('drop' as const),
        at: fc.integer({ min: 0, max: links.length - 2 }),
      }),
      fc.record({
        how: fc.constant('swap' as const),
        at: fc.integer({ min: 0, max: links.length - 2 }),
      }),
    );
    fc.assert(
      fc.property(tampering, ({ how, at }) => {
        expect(firstBrokenLink(tamper(how, at), sha256)).toBeDefined();
      }),
    );
  });
});

it('breaks where an event points to another one before it', () => {
  const [first, second, ...rest] = links;
  if (!first || !second) throw new Error('no history');
  const pointing = [first, { ...second, prevHash: GENESIS }, ...rest];
  expect(firstBrokenLink(pointing, sha256)).toBe(2);
});

const tamper = (how: 'edit' | 'drop' | 'swap', at: number): typeof links => {
  const copy = [...links];
  const event = copy[at];
  const next = copy[at + 1];
  if (!event) return copy;
  if (how === 'edit') copy[at] = { ...event, actor: 'staff:somebody-else' };
  if (how === 'drop') copy.splice(at, 1);
  if (how === 'swap' && next) copy.splice(at, 2, next, event);
  return copy;
};
