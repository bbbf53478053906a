import { describe, expect, it } from 'vitest';
import { nothing, type Purses } from '#domain/money/purses.ts';
import {
  balance,
  drop,
  type Hint,
  type NoteCount,
  type Shift,
} from '#functions/money/domain/shift.ts';

const movement = (receipt: string, purses: Partial<Purses>) => ({
  receipt,
  purses: { ...nothing, ...purses },
});
/** 500 000 to give change from, and 150 000 + 28 000 taken. */
const shift: Shift = {
  floatVnd: 500_000,
  movements: [
    movement('BL-1', { fee: 150_000 }),
    movement('BL-2', { postage: 28_000 }),
    movement('BL-3', { charge: 36_000 }),
    movement('BL-3', { charge: -36_000 }),
  ],
  droppedVnd: 0,
};

describe('a drawer at the end of a shift', () => {
  it.each<[string, NoteCount, number, readonly Hint[]]>([
    ['balances', { 500000: 1, 100000: 1, 50000: 1, 20000: 1, 5000: 1, 2000: 1, 1000: 1 }, 0, []],
    [
      'lacks one taking',
      { 500000: 1, 100000: 1, 50000: 1 },
      -28_000,
      [{ hint: 'equals-movement', receipt: 'BL-2' }],
    ],
    [
      'has a note too many',
      { 500000: 1, 100000: 1, 50000: 1, 20000: 2, 5000: 1, 2000: 1, 1000: 1 },
      20_000,
      [{ hint: 'one-note', note: 20_000 }],
    ],
    [
      'has a refund that was typed as a taking',
      { 500000: 1, 100000: 1, 5000: 1, 1000: 1 },
      -72_000,
      [
        { hint: 'twice-movement', receipt: 'BL-3' },
        { hint: 'twice-movement', receipt: 'BL-3' },
        { hint: 'digits-swapped' },
      ],
    ],
    [
      'has two digits swapped',
      { 500000: 1, 100000: 1, 50000: 1, 10000: 1, 5000: 1, 2000: 2 },
      -9_000,
      [{ hint: 'digits-swapped' }],
    ],
    [
      'lacks what nothing explains',
      { 500000: 1, 100000: 1, 50000: 1, 20000: 1, 5000: 1 },
      -3_000,
      [],
    ],
  ])('that %s: %j differs by %i', (_, count, differenceVnd, hints) => {
    const balanced = balance(shift, count);
    expect(balanced).toMatchObject({
      ok: true,
      value: { expectedVnd: 678_000, differenceVnd, hints },
    });
  });

  it('is expected purse by purse, and without what went into the safe', () => {
    const dropped = balance({ ...shift, droppedVnd: 178_000 }, { 500000: 1 });
    expect(dropped).toMatchObject({
      ok: true,
      value: { differenceVnd: 0, expected: { fee: 150_000, postage: 28_000, charge: 0, cod: 0 } },
    });
  });

  it('drops notes into the safe, never more than it has', () => {
    expect(drop(shift, 678_000)).toMatchObject({ value: { droppedVnd: 678_000 } });
    expect(drop(shift, 678_100)).toMatchObject({ refusal: { code: 'drawer-short' } });
    const half = drop(shift, 400_000);
    if (!half.ok) throw new Error(half.refusal.code);
    expect(drop(half.value, 278_100)).toMatchObject({ refusal: { code: 'drawer-short' } });
    for (const amount of [0, -1, 0.5])
      expect(drop(shift, amount)).toMatchObject({ refusal: { code: 'amount-invalid' } });
  });

  it('is not counted in half notes or fewer than none', () => {
    for (const n of [0.5, -1])
      expect(balance(shift, { 500000: n })).toMatchObject({ refusal: { code: 'amount-invalid' } });
  });
});
