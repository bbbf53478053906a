import { describe, expect, it } from 'vitest';
import { receiptNumberIn } from '#domain/identifiers/receipt-number.ts';
import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';

describe('the number of a phiếu thu', () => {
  it.each([
    ['BL-vi-thanh-261123-0001', 'BL-vi-thanh-261123-0001'],
    [' bl-VI-THANH-261123-0001 ', 'BL-vi-thanh-261123-0001'],
    ['BL – vi-thanh – 261123 – 0001', 'BL-vi-thanh-261123-0001'],
    ['H13.01-261123-0001', undefined],
    ['BL-vi-thanh', undefined],
  ])('typed %j is %j', (typed, number) =>
    expect(receiptNumberIn(normalisePaperNumber(typed))).toBe(number),
  );
});
