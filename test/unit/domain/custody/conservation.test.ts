import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts, start } from '#test/support/custody-walk.ts';
import { asHoldings, inHands } from '#test/support/sheets.ts';

const names = Object.keys(acts);
const steps = fc.array(fc.record({ name: fc.constantFrom(...names), chance: fc.nat(100) }), {
  minLength: 20,
  maxLength: 90,
});

/**
 * A parcel went back, its deed was lost from a pouch, the citizen brought another one, and the carrier says that
 * it was delivered after all: not this one.
 */
const lostAndBroughtAnew: [Parameters<typeof start>[0], { name: string; chance: number }[]] = [
  'acknowledged',
  [
    'the agency stops it',
    'the office sends',
    'hears that it went back',
    'packs for the agency',
    'counts what came',
    'it goes on, and a paper is asked for',
    'the citizen brings what was asked for',
    'hears of the delivery',
  ].map((name) => ({ name, chance: 0 })),
];

/** A delivered paper is handed in again, and only then the carrier tells of the old one that it took at the door. */
const oldPaperToldLater: [Parameters<typeof start>[0], { name: string; chance: number }[]] = [
  'acknowledged',
  [
    ['the agency stops it', 0] as const,
    ['the office sends', 0] as const,
    ['it goes on, and a paper is asked for', 0] as const,
    ['hears of the delivery', 3] as const,
    ['the citizen brings what was asked for', 0] as const,
    ['hears of the delivery', 0] as const,
  ].map(([name, chance]) => ({ name, chance })),
];

describe('papers over any sequence of everything that is done with them', () => {
  it('lie where they really lie: each in one hand, none twice, none out of nowhere', () => {
    const tried = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom('acknowledged', 'decided'), steps, (station, all) => {
        let walk = start(station);
        for (const { name, chance } of all) {
          const next = acts[name]?.(walk, chance) ?? walk;
          if (next !== walk) tried.add(name);
          walk = next;
          expect([name, ...inHands(walk.dossier.custody)]).toEqual([
            name,
            ...inHands(asHoldings(walk.world)),
          ]);
        }
      }),
      { numRuns: 1_000, examples: [lostAndBroughtAnew, oldPaperToldLater] },
    );
    // None of them was only ever refused.
    expect([...tried].sort()).toEqual([...names].sort());
  });
});
