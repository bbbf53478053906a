import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Holder,
  type Holding,
  heldBy,
  lacking,
  moved,
  received,
  shared,
} from '#domain/custody/holding.ts';
import { after, type Move } from '#domain/custody/move.ts';
import type { Paper } from '#domain/custody/paper.ts';

const office: Holder = { kind: 'office', id: 'bd-vi-thanh' };
const agency: Holder = { kind: 'agency', id: 'ct-nnmt' };
const deed: Paper = { id: 'giay-chung-nhan', copyKind: 'original', count: 1 };
const copies: Paper = { id: 'giay-chung-nhan', copyKind: 'photocopy', count: 3 };

const total = (holdings: readonly Holding[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { id, copyKind, count } of holdings)
    sums.set(`${id}/${copyKind}`, (sums.get(`${id}/${copyKind}`) ?? 0) + count);
  return sums;
};

const paper = fc.record({
  id: fc.constantFrom('don', 'giay', 'ban-ve'),
  copyKind: fc.constantFrom('original' as const, 'certified' as const, 'photocopy' as const),
  count: fc.integer({ min: 1, max: 5 }),
});
const holder: fc.Arbitrary<Holder> = fc.constantFrom(
  office,
  agency,
  { kind: 'courier' as const, id: 'bd-vi-thanh' },
  { kind: 'citizen' as const },
);

it('what was written down by mistake is in no hand, and a hand gives none that it lacks', () => {
  const move: Move = { papers: [copies], from: office, to: { kind: 'uncounted' } };
  const held = received([], [deed, copies], office);
  expect(after(held, move)).toEqual([{ ...deed, holder: office }]);
  expect(() => after(after(held, move), move)).toThrow('does not hold giay-chung-nhan');
});

describe('papers', () => {
  it('are in one hand at a time: an original and its copies are told apart', () => {
    const start = received([], [deed, copies], office);
    const after = moved(start, [deed, { ...copies, count: 1 }], office, agency);
    expect(heldBy(after, agency)).toEqual([deed, { ...copies, count: 1 }]);
    expect(heldBy(after, office)).toEqual([{ ...copies, count: 2 }]);
  });

  it('do not appear from nowhere: who does not hold a paper cannot give it', () => {
    const start = received([], [deed], office);
    expect(() => moved(start, [{ ...deed, count: 2 }], office, agency)).toThrow(/does not hold/);
    expect(() => moved(start, [deed], agency, office)).toThrow(/does not hold/);
  });

  it('are neither lost nor made by any sequence of hand-overs', () => {
    const move = fc.record({ from: holder, to: holder, papers: fc.array(paper, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 6 }), fc.array(move), (papers, moves) => {
        let holdings = received([], papers, office);
        const before = total(holdings);
        for (const { from, to, papers: some } of moves)
          holdings = moved(holdings, shared(heldBy(holdings, from), some), from, to);
        expect(total(holdings)).toEqual(before);
      }),
    );
  });

  it('that are asked for are here or lacking, never both', () => {
    fc.assert(
      fc.property(fc.array(paper), fc.array(paper), (have, want) => {
        const both = [...shared(have, want), ...lacking(have, want)];
        expect(lacking(both, want)).toEqual([]);
        expect(lacking(want, both)).toEqual([]);
      }),
    );
  });
});
