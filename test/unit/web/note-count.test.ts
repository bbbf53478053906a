import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notes } from '#domain/money/cash.ts';
import { amountOf, countedOf, isSheets, sumOf } from '../../../web/counter/note-count.ts';

describe('notes counted in the browser', () => {
  it.each([
    [{}, 0],
    [{ 500000: '2', 1000: ' 3 ' }, 1_003_000],
    [{ 200: '1', 20000: '' }, 200],
    [{ 500000: '1,5' }, undefined],
    [{ 500000: '-1' }, undefined],
    [{ 500000: '100000' }, undefined],
  ] as const)('%j comes to %s', (count, sum) => {
    expect(sumOf(count)).toBe(sum);
  });

  it('property: what is sent comes to what was shown', () => {
    const typed = fc.record(
      Object.fromEntries(notes.map((note) => [note, fc.nat(9_999).map(String)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(typed, (count) => {
        const sent = Object.entries(countedOf(count)).map(([note, n]) => Number(note) * (n ?? 0));
        expect(sent.reduce((sum, each) => sum + each, 0)).toBe(sumOf(count));
      }),
    );
  });

  it.each(['', '0', '12', ' 7 '])('%j is a number of sheets', (typed) => {
    expect(isSheets(typed)).toBe(true);
  });

  it.each([
    ['500.000', 500_000],
    ['1 500 000 đ', 1_500_000],
    ['0', 0],
    ['150', undefined],
    ['mười', undefined],
    ['', undefined],
  ])('%j is the amount %s', (typed, amount) => {
    expect(amountOf(typed)).toBe(amount);
  });
});
