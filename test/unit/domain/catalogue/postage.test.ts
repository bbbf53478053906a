import { describe, expect, it } from 'vitest';
import { postageOf } from '#domain/catalogue/postage.ts';

const tariff = { firstGrams: 100, firstVnd: 28_000, nextGrams: 100, nextVnd: 3_000 };

describe('cước of a weight', () => {
  it.each([
    [1, 28_000],
    [100, 28_000],
    [101, 31_000],
    [200, 31_000],
    [201, 34_000],
  ])('%i g is %i đ: each begun step counts', (grams, dong) => {
    expect(postageOf(tariff, grams)).toBe(dong);
  });
});
