import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dongInWords } from '#domain/money/in-words.ts';

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [1, 'Một đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [55, 'Năm mươi lăm đồng'],
    [91, 'Chín mươi mốt đồng'],
    [100, 'Một trăm đồng'],
    [101, 'Một trăm lẻ một đồng'],
    [104, 'Một trăm lẻ bốn đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [110, 'Một trăm mười đồng'],
    [111, 'Một trăm mười một đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [121, 'Một trăm hai mươi mốt đồng'],
    [1_000, 'Một nghìn đồng'],
    [1_001, 'Một nghìn không trăm lẻ một đồng'],
    [1_010, 'Một nghìn không trăm mười đồng'],
    [1_250, 'Một nghìn hai trăm năm mươi đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [28_000, 'Hai mươi tám nghìn đồng'],
    [50_000, 'Năm mươi nghìn đồng'],
    [101_500, 'Một trăm lẻ một nghìn năm trăm đồng'],
    [1_000_000, 'Một triệu đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng'],
    [1_254_000, 'Một triệu hai trăm năm mươi tư nghìn đồng'],
    [21_021_021, 'Hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_001, 'Một tỷ không trăm lẻ một đồng'],
    [
      2_345_678_915,
      'Hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm mười lăm đồng',
    ],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  ])('%i', (amount, words) => {
    expect(dongInWords(amount)).toBe(words);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('is not made of %d', (amount) => {
    expect(() => dongInWords(amount)).toThrow('no amount of đồng');
  });

  it('is another one for every other amount, and never has two spaces', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [one, other] = [dongInWords(a), dongInWords(b)];
        expect(one === other).toBe(a === b);
        expect(one).not.toMatch(/ {2}|^ | $/);
      }),
    );
  });
});
