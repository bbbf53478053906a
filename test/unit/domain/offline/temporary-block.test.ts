import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockId, formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import {
  closeBlock,
  numbersIn,
  numbersOf,
  slipStateOf,
  type TemporaryBlock,
  useSlip,
  voidSlip,
} from '#domain/offline/temporary-block.ts';
import type { Outcome } from '#domain/refusal.ts';
import { hours, plus } from '#domain/time/instant.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';

const aBlock: TemporaryBlock = {
  id: '000012' as BlockId,
  version: 1,
  office: 'bd-vi-thanh',
  device: 'quay-2',
  size: 5,
  leasedAt: monday9,
  leasedBy: 'lan',
  fates: {},
};
const slip = (index: number) => formatTemporaryNumber(12, index);
const use = (block: TemporaryBlock, index: number) =>
  useSlip(block, slip(index), { dossierId, takenAt: monday9, enteredAt: plus(monday9, hours(3)) });
const spoil = (block: TemporaryBlock, index: number) =>
  voidSlip(block, slip(index), { reason: 'Rách', by: 'lan', at: monday9 });
const close = (block: TemporaryBlock, blanks: readonly number[], explanation?: string) =>
  closeBlock(block, {
    at: plus(monday9, hours(8)),
    by: 'lan',
    blanks: blanks.map(slip),
    ...(explanation !== undefined && { explanation }),
  });
const got = (outcome: Outcome<TemporaryBlock>): TemporaryBlock => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const closed = () => got(close(got(spoil(got(use(aBlock, 0)), 1)), [2, 3], 'Ướt nước, bỏ'));

describe('a slip', () => {
  it('becomes one dossier; the next who enters it is told which', () => {
    expect(use(got(use(aBlock, 0)), 0)).toMatchObject({
      refusal: { code: 'temporary-number-used', dossierId },
    });
  });

  it.each([
    ['used and then spoiled', () => spoil(got(use(aBlock, 0)), 0), 'temporary-number-used'],
    ['spoiled and then used', () => use(got(spoil(aBlock, 0)), 0), 'temporary-number-void'],
    ['spoiled twice', () => spoil(got(spoil(aBlock, 0)), 0), 'temporary-number-void'],
    ['beyond the last of its block', () => use(aBlock, 5), 'temporary-number-unknown'],
    [
      'of another block',
      () => use({ ...aBlock, id: '000013' as BlockId }, 0),
      'temporary-number-unknown',
    ],
    ['counted as blank, and used after all', () => use(closed(), 2), 'temporary-number-returned'],
  ])('is refused when %s', (_, act, code) => {
    expect(act()).toMatchObject({ refusal: { code } });
  });

  it('that was missing at the close still gets its dossier, for its citizen has come', () => {
    const block = closed();
    expect(slipStateOf(block, slip(4))).toBe('missing');
    expect(numbersIn(got(use(block, 4)), 'missing')).toEqual([]);
  });
});

describe('a block', () => {
  it('closes when used, void and blank slips make it up', () => {
    const whole = got(close(got(use(aBlock, 0)), [1, 2, 3, 4]));
    expect(numbersIn(whole, 'missing')).toEqual([]);
    expect(whole.closing?.explanation).toBeUndefined();
  });

  it('names what is missing, and closes with an explanation only', () => {
    const missing = { code: 'slips-missing', numbers: [slip(3), slip(4)] };
    expect(close(aBlock, [0, 1, 2])).toMatchObject({ refusal: missing });
    expect(numbersIn(got(close(aBlock, [0, 1, 2], 'Mất')), 'missing')).toEqual([slip(3), slip(4)]);
  });

  it('takes nobody’s word that a used slip is blank', () => {
    expect(close(got(use(aBlock, 0)), [0, 1, 2, 3, 4])).toMatchObject({
      refusal: { code: 'slips-not-blank', numbers: [slip(0)] },
    });
  });

  it('closes once', () => {
    expect(close(closed(), [])).toMatchObject({ refusal: { code: 'temporary-block-closed' } });
  });

  it('balances whatever is done with it: each slip is in exactly one state', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('use', 'spoil', 'close'), fc.integer({ min: 0, max: 6 })),
    );
    fc.assert(
      fc.property(acts, (all) => {
        let block = aBlock;
        for (const [act, n] of all) {
          const outcomes = {
            use: () => use(block, n),
            spoil: () => spoil(block, n),
            close: () => close(block, [n], 'Mất'),
          };
          const outcome = outcomes[act]();
          if (outcome.ok) block = outcome.value;
        }
        const states = ['blank', 'used', 'void', 'returned', 'missing'] as const;
        const counted = states.flatMap((state) => numbersIn(block, state));
        expect([...counted].sort()).toEqual([...numbersOf(block)].sort());
        expect(numbersIn(block, block.closing ? 'blank' : 'missing')).toEqual([]);
      }),
    );
  });
});
