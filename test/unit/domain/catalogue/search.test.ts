import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { searchProcedures } from '#domain/catalogue/search.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const today = '2026-11-23' as VietnamDay;
const codesFor = (query: string, day = today): readonly string[] =>
  searchProcedures(province.procedures, query, day).map(({ code }) => code);

describe('a clerk finds a procedure', () => {
  it.each([
    ['dat dai cap doi', '1.012783'],
    ['cấp đổi giấy chứng nhận', '1.012783'],
    ['khai sinh', '1.001193'],
    ['KHAI SINH', '1.001193'],
    ['khai sin', '1.001193'],
    ['đăng ký khai tử', '1.000656'],
    ['1.001193', '1.001193'],
    ['1001193', '1.001193'],
    ['001193', '1.001193'],
    ['birth', '1.001193'],
    ['công ty TNHH', '2.001583'],
    ['thanh lap ho kinh doanh', '1.001612'],
    ['xuat xu', '1.013642'],
  ])('typing %j', (query, code) => {
    expect(codesFor(query)[0]).toBe(code);
  });

  it.each([
    ['2.000488', 'one that has ended'],
    ['zzzz', 'what is nowhere'],
    ['khai zzzz', 'one of whose words only some fit'],
    ['ai sinh', 'a word by its middle'],
  ])('does not find %j: %s', (query) => {
    expect(codesFor(query)).toEqual([]);
  });

  it('finds what people call it, below those that are called so', () => {
    const called = province.procedures.map((procedure) =>
      procedure.code === '1.012783' ? { ...procedure, commonNames: ['đổi bìa xanh'] } : procedure,
    );
    const found = (query: string) => searchProcedures(called, query, today).map(({ code }) => code);
    expect(found('bia xanh')).toEqual(['1.012783']);
    expect(found('bìa xanh khai')).toEqual([]);
  });

  it('finds one that has ended on a day when it was in force', () => {
    expect(codesFor('lý lịch tư pháp', '2024-01-02' as VietnamDay)[0]).toBe('2.000488');
  });

  it('sees everything in force when nothing is typed, in the order of codes', () => {
    const codes = codesFor('');
    expect(codes.length).toBeGreaterThan(20);
    expect(codes).toEqual([...codes].sort());
  });

  it('gets the same list for the same words, however the data is ordered', () => {
    const words = fc.constantFrom('giay', 'dang ky', 'cap', 'chung nhan', 'dat', 'ho tich', 'the');
    const shuffled = fc.shuffledSubarray([...province.procedures], {
      minLength: province.procedures.length,
    });
    fc.assert(
      fc.property(words, shuffled, (query, procedures) => {
        expect(searchProcedures(procedures, query, today).map(({ code }) => code)).toEqual(
          codesFor(query),
        );
      }),
    );
  });
});
