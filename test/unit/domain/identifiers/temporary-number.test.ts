import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseDossierCode, parseDossierCode } from '#domain/identifiers/dossier-code.ts';
import {
  blockOf,
  formatTemporaryNumber,
  normalisePaperNumber,
  parseTemporaryNumber,
} from '#domain/identifiers/temporary-number.ts';

const numbers = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([block, index]) => formatTemporaryNumber(block, index));

describe('a temporary number', () => {
  it('ends in the check digit of Damm’s own example', () => {
    // 572 has the check digit 4 in Damm's thesis; leading zeros change nothing.
    expect(formatTemporaryNumber(5, 72)).toBe('TAM-000-005-724');
  });

  it.each([
    'TAM-000-012-074',
    'tam 000 012 074',
    'TẠM 000.012.074',
    'TAM-OOO-O12-O74',
    'TAM 000 0l2 074',
    'TAM000012074',
    'https://ho-so.example.vn/tra-cuu/TAM-000-012-074',
    'https://ho-so.example.vn/tra-cuu/TAM-000-012-074#K7QM4ZRT',
    ' TA\u0323M-000-012-074 ',
  ])('is read off as %j', (typed) => {
    expect(parseTemporaryNumber(typed)).toEqual({ ok: true, value: 'TAM-000-012-074' });
    expect(normalisePaperNumber(typed)).toBe('TAM-000-012-074');
  });

  it.each(['', 'TAM', 'TAM-000-012-07', 'TAM-000-012-0740', 'RG100000018VN', 'H13.01-261123-0001'])(
    '%j is none',
    (typed) => {
      expect(parseTemporaryNumber(typed)).toEqual({ ok: false, reason: 'not-a-temporary-number' });
      expect(normalisePaperNumber(typed)).toBe(normaliseDossierCode(typed));
    },
  );

  it('names its block, and no two slips share a number', () => {
    expect(blockOf(formatTemporaryNumber(12, 99))).toBe('000012');
    const all = Array.from({ length: 200 }, (_, n) =>
      formatTemporaryNumber(Math.floor(n / 100), n % 100),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    [1_000_000, 0],
    [0, 100],
    [-1, 0],
  ])('of block %i and slip %i does not exist', (block, index) => {
    expect(() => formatTemporaryNumber(block, index)).toThrow(RangeError);
  });

  it('is never taken for a mã hồ sơ, however it is typed', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('-', ' ', '.', ''), (number, between) => {
        expect(parseDossierCode(number.replaceAll('-', between)).ok).toBe(false);
      }),
    );
  });

  it('shows every wrong digit', () => {
    const slips = fc.tuple(numbers, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(slips, ([number, place, by]) => {
        const digits = [...number.replace(/\D/g, '')];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(parseTemporaryNumber(`TAM${digits.join('')}`)).toMatchObject({
          reason: 'check-digit-wrong',
        });
      }),
    );
  });

  it('shows every pair of neighbours that changed places', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 7 }), (number, place) => {
        const digits = [...number.replace(/\D/g, '')];
        const [a = '', b = ''] = digits.slice(place, place + 2);
        fc.pre(a !== b);
        digits.splice(place, 2, b, a);
        expect(parseTemporaryNumber(`TAM${digits.join('')}`).ok).toBe(false);
      }),
    );
  });
});
