import { expect, it } from 'vitest';
import { actNumberIn } from '#domain/catalogue/act-number.ts';

it.each([
  ['Luật Hộ tịch 60/2014/QH13 điều 18(2)', '60/2014/QH13'],
  ['NĐ 23/2015/NĐ-CP điều 21', '23/2015/NĐ-CP'],
  ['Bộ luật Dân sự', 'Bộ luật Dân sự'],
])('%s is told as %s', (citation, number) => {
  expect(actNumberIn(citation)).toBe(number);
});
