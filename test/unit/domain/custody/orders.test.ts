import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderActs, orderHoldings, startOrder } from '#test/support/order-walk.ts';
import { asHoldings, inHands } from '#test/support/sheets.ts';

const names = Object.keys(orderActs);
const steps = fc.array(fc.record({ name: fc.constantFrom(...names), chance: fc.nat(100) }), {
  minLength: 20,
  maxLength: 90,
});

describe('the result of a return order over any sequence of everything that is done with it', () => {
  it('lies where it really lies: all of it in one hand, none twice, none out of nowhere', () => {
    const tried = new Set<string>();
    fc.assert(
      fc.property(steps, (all) => {
        let walk = startOrder();
        for (const { name, chance } of all) {
          const next = orderActs[name]?.(walk, chance) ?? walk;
          if (next !== walk) tried.add(name);
          walk = next;
          expect([name, ...inHands(orderHoldings(walk))]).toEqual([
            name,
            ...inHands(asHoldings(walk.world)),
          ]);
        }
      }),
      { numRuns: 1_000 },
    );
    // None of them was only ever refused.
    expect([...tried].sort()).toEqual([...names].sort());
  });
});
