import { describe, expect, it } from 'vitest';
import { deviceNamed, missingWith, numbersIn, sizeTyped } from '../../../web/counter/block.ts';

describe('a block of slips', () => {
  it.each([
    ['Quầy số 2', 'quay-so-2'],
    ['  Điện thoại — Đào ', 'dien-thoai-dao'],
    ['quay-2', 'quay-2'],
    ['***', ''],
    ['a'.repeat(80), 'a'.repeat(60)],
  ])('is of %j, written as %j', (typed, named) => {
    expect(deviceNamed(typed)).toBe(named);
  });

  it.each([
    ['20', 20],
    [' 1 ', 1],
    ['100', 100],
    ['101', undefined],
    ['0', undefined],
    ['1e1', undefined],
    ['', undefined],
  ])('of %j slips has %s', (typed, size) => {
    expect(sizeTyped(typed, 100)).toBe(size);
  });

  it('is closed with what lies in the drawer; of the blank ones the others are missing', () => {
    const slips = [
      { number: 'a', state: 'blank' as const },
      { number: 'b', state: 'used' as const },
      { number: 'c', state: 'blank' as const },
    ];
    expect(numbersIn({ slips }, 'blank')).toEqual(['a', 'c']);
    expect(missingWith({ slips }, new Set(['c']))).toEqual(['a']);
    expect(missingWith({ slips }, new Set(['a', 'c']))).toEqual([]);
  });
});
