import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthProvinces } from '#domain/identifiers/birth-provinces.ts';
import { parseCccdQr } from '#domain/identifiers/cccd-qr.ts';
import {
  checkPersonalNumber,
  numberWarnings,
  type PersonalNumber,
  parsePersonalNumber,
} from '#domain/identifiers/personal-number.ts';
import { parseTaxNumber } from '#domain/identifiers/tax-number.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

describe('a tax number', () => {
  it.each([
    ['6300123456', '6300123456'],
    ['6300 123 456', '6300123456'],
    ['6300123456-001', '6300123456-001'],
    ['6300123456001', '6300123456-001'],
    // A household business has its owner's number since 1/7/2025.
    ['093 190 001 234', '093190001234'],
  ])('%s is %s', (typed, value) => expect(parseTaxNumber(typed)).toEqual({ ok: true, value }));

  it.each(['', '630012345', '63001234567', '6300123456-01', 'A300123456', '63001234560012'])(
    '%j is none',
    (typed) => expect(parseTaxNumber(typed)).toEqual({ ok: false, reason: 'not-a-tax-number' }),
  );
});

const day = (text: string) => text as VietnamDay;

describe('the number of a personal paper', () => {
  it.each([
    ['093190001234', 'cccd', '093190001234'],
    ['093 190 001 234', 'cccd', '093190001234'],
    ['363512345', 'cmnd', '363512345'],
    ['b1234567', 'passport', 'B1234567'],
    ['AB123456', 'passport', 'AB123456'],
    ['093.190.001.234', 'cccd', '093190001234'],
    ['093\u2013190\u2013001\u2013234', 'cccd', '093190001234'],
    // Germany, France, Korea, Spain, China, India.
    ['C01X00T47', 'passport', 'C01X00T47'],
    ['12ab34567', 'passport', '12AB34567'],
    ['M123A4567', 'passport', 'M123A4567'],
    ['PAA 123456', 'passport', 'PAA123456'],
    ['EA1234567', 'passport', 'EA1234567'],
    ['Z 12 34 567', 'passport', 'Z1234567'],
  ])('%s is a %s', (typed, kind, number) => {
    expect(parsePersonalNumber(typed)).toEqual({ ok: true, value: { kind, number } });
  });

  it.each([
    '',
    '12345678901',
    '12345678',
    '٠٩٣١٩٠٠٠١٢٣٤',
    'ABCDEFGHI',
    'AB12345678',
    'Đ1234567',
    '0931900012345',
  ])('%j is none', (typed) => {
    expect(parsePersonalNumber(typed)).toEqual({ ok: false, reason: 'not-a-personal-number' });
  });

  it('that no paper of ours has warns of nothing by itself', () => {
    expect(numberWarnings('không rõ')).toEqual([]);
    expect(numberWarnings('999190001234')).toEqual(['province-unknown']);
  });

  const cccd = (number: string): PersonalNumber => ({ kind: 'cccd', number });

  it.each([
    // Digit 4: 0 and 1 born 19xx, 2 and 3 born 20xx, man first.
    ['093190001234', { birthDay: day('1990-09-02'), sex: 'female' }, []],
    ['093090001234', { birthDay: day('1990-09-02'), sex: 'male' }, []],
    ['092305001234', { birthDay: day('2005-01-01'), sex: 'female' }, []],
    ['092205001234', { birthDay: day('2005-01-01'), sex: 'male' }, []],
    ['093190001234', { sex: 'male' }, ['sex-mismatch']],
    ['093190001234', { birthDay: day('2090-09-02') }, ['birth-year-mismatch']],
    ['093190001234', { birthDay: day('1991-09-02') }, ['birth-year-mismatch']],
    ['999190001234', {}, ['province-unknown']],
    [
      '000205001234',
      { birthDay: day('1990-01-01'), sex: 'female' },
      ['province-unknown', 'sex-mismatch', 'birth-year-mismatch'],
    ],
  ] as const)('%s against %j warns of %j', (number, known, warnings) => {
    expect(checkPersonalNumber(cccd(number), known)).toEqual(warnings);
  });

  it('of another kind says nothing about its holder', () => {
    const known = { birthDay: day('1990-01-01'), sex: 'male' } as const;
    expect(checkPersonalNumber({ kind: 'cmnd', number: '363512345' }, known)).toEqual([]);
    expect(checkPersonalNumber({ kind: 'passport', number: 'B1234567' })).toEqual([]);
  });

  it('knows the 63 provinces in which births were registered', () => {
    expect(birthProvinces.size).toBe(63);
    expect(birthProvinces.get('093')).toBe('Hậu Giang');
    expect(birthProvinces.get('092')).toBe('Cần Thơ');
    expect([...birthProvinces.keys()].every((code) => /^\d{3}$/.test(code))).toBe(true);
  });
});

describe('the QR of an identity card', () => {
  const card =
    '093190001234|363512345|Nguyễn Thị Ánh|02091990|Nữ|Ấp 3, Vị Thanh, Hậu Giang|15042021';

  it('fills the form', () => {
    expect(parseCccdQr(card)).toEqual({
      fields: {
        number: '093190001234',
        oldNumber: '363512345',
        name: 'Nguyễn Thị Ánh',
        birthDay: '1990-09-02',
        sex: 'female',
        residence: 'Ấp 3, Vị Thanh, Hậu Giang',
        issuedDay: '2021-04-15',
      },
      warnings: [],
    });
  });

  it('has no old number where there was none', () => {
    const { fields, warnings } = parseCccdQr(card.replace('363512345', ''));
    expect(fields).not.toHaveProperty('oldNumber');
    expect(warnings).toEqual([]);
  });

  it.each([
    ['a digit lost', card.replace('093190001234', '09319000123'), ['number-unreadable']],
    ['an old number cut', card.replace('363512345', '3635'), ['old-number-unreadable']],
    ['a code page lost', card.replace('Ánh', '?nh'), ['name-unreadable']],
    ['VNI typed into it', card.replace('Ánh', 'A1nh'), ['name-unreadable']],
    ['a day that does not exist', card.replace('02091990', '31091990'), ['birth-day-unreadable']],
    ['a year only', card.replace('02091990', '1990'), ['birth-day-unreadable']],
    ['a sex that is none', card.replace('Nữ', 'constructor'), ['sex-unreadable']],
    ['issued before birth', card.replace('15042021', '15041980'), ['issued-day-unreadable']],
    ['issued at birth', card.replace('15042021', '02091990'), ['issued-day-unreadable']],
    ['no day of issue', card.replace('15042021', ''), ['issued-day-unreadable']],
    ['another sex', card.replace('Nữ', 'Nam'), ['sex-mismatch']],
    ['another birthday', card.replace('02091990', '02091985'), ['birth-year-mismatch']],
  ])('%s: fills what it can and warns', (_, text, warnings) => {
    expect(parseCccdQr(text).warnings).toEqual(warnings);
  });

  it('of a layout that nobody published gives only the holder, to be confirmed', () => {
    const card2024 =
      '093190001234|363512345|Nguyễn Thị Ánh|02091990|Nữ|Ấp 3, Vị Thanh|15042025|Trần Văn Ba|093060004321';
    expect(parseCccdQr(card2024)).toEqual({
      fields: { number: '093190001234', oldNumber: '363512345', name: 'Nguyễn Thị Ánh' },
      warnings: ['layout-unknown'],
    });
    expect(parseCccdQr('xin chào')).toMatchObject({ warnings: ['layout-unknown'] });
    expect(parseCccdQr('')).toEqual({ fields: {}, warnings: ['layout-unknown'] });
  });

  it('never throws, whatever the scanner typed', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...card.split('|'))), {
          minLength: 7,
          maxLength: 7,
        })
        .map((parts) => parts.join('|')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const { fields, warnings } = parseCccdQr(text);
        expect(fields.number ?? '000000000000').toMatch(/^\d{12}$/);
        expect(fields.number !== undefined || warnings.length > 0).toBe(true);
      }),
    );
  });
});
