import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import {
  formatDossierCode,
  normaliseDossierCode,
  parseDossierCode,
} from '#domain/identifiers/dossier-code.ts';
import { maskName, parsePersonName, searchKey } from '#domain/identifiers/person-name.ts';
import { isMobile, parseVietnamMobile, readVietnamPhone } from '#domain/identifiers/phone.ts';
import { formatS10, isS10 } from '#domain/identifiers/s10.ts';
import { parseUlid } from '#domain/identifiers/ulid.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';

describe('a waybill number (UPU S10)', () => {
  it.each([
    ['EE', 12_345_678, 'EE123456785VN'],
    ['RR', 47_312_482, 'RR473124829VN'],
    ['RR', 8, 'RR000000080VN'],
    ['EE', 0, 'EE000000005VN'],
    ['CE', 1, 'CE000000014VN'],
  ])('%s %i is %s', (indicator, serial, full) => {
    expect(formatS10(indicator, serial)).toBe(full);
    expect(isS10(full)).toBe(true);
  });

  it.each(['EM111111111VN', 'EE123456784VN', 'ee123456785vn', 'EE12345678VN', ''])(
    '%j is none',
    (text) => expect(isS10(text)).toBe(false),
  );

  it.each([
    ['EE', 100_000_000],
    ['EE', -1],
    ['EE', 1.5],
    ['e', 1],
  ])('%s %d is a defect of the pool', (indicator, serial) => {
    expect(() => formatS10(indicator, serial)).toThrow(RangeError);
  });

  it('catches every single wrong digit', () => {
    const serial = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(
        serial,
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (n, at, by) => {
          const good = formatS10('EE', n);
          const digit = (Number(good[at]) + by) % 10;
          const bad = `${good.slice(0, at)}${digit}${good.slice(at + 1)}`;
          // The rule maps two remainders to 0 and two to 5, so those four may hide an error.
          if (!['0', '5'].includes(good[10] ?? '')) expect(isS10(bad)).toBe(false);
        },
      ),
    );
  });
});

describe('a Vietnamese mobile number', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['84.912.345.678', '+84912345678'],
    ['+84 912-345-678', '+84912345678'],
    ['0169 234 5678', '+84392345678'],
    ['0120 234 5678', '+84702345678'],
    ['0084 912 345 678', '+84912345678'],
    ['(091) 234–56 78', '+84912345678'],
    ['\u202D0912\u00A0345\u00A0678\u202C', '+84912345678'],
    ['+84 (0)912 345 678', '+84912345678'],
    ['84 0912345678', '+84912345678'],
    ['912345678', '+84912345678'],
    ['845678901', '+84845678901'],
    ['091/234/5678', '+84912345678'],
  ])('%s is %s', (typed, e164) => {
    expect(parseVietnamMobile(typed)).toEqual({ ok: true, value: e164 });
  });

  it.each([
    '02933878911',
    '091234567',
    '09123456789',
    '0012345678',
    '0912345678 / 0987654321',
    '+840912',
    'không có',
    '+912345678',
    '+1 212 555 0100',
    '٠٩١٢٣٤٥٦٧٨',
    '',
  ])('%j is none', (typed) =>
    expect(parseVietnamMobile(typed)).toEqual({ ok: false, reason: 'not-a-vietnamese-mobile' }),
  );

  it.each([
    ['0169 234 5678', '+84392345678', ['phone-converted-from-eleven-digits']],
    ['0392345678', '+84392345678', []],
    // As a spreadsheet leaves it.
    ['912345678', '+84912345678', ['phone-leading-zero-restored']],
    [
      '1692345678',
      '+84392345678',
      ['phone-leading-zero-restored', 'phone-converted-from-eleven-digits'],
    ],
    ['0293 387 8911', '+842933878911', ['phone-landline']],
    ['+84 (0)292 3812 345', '+842923812345', ['phone-landline']],
    ['2923812345', '+842923812345', ['phone-leading-zero-restored', 'phone-landline']],
  ])('%s is %s, and the clerk is told %j', (typed, phone, warnings) => {
    expect(readVietnamPhone(typed)).toEqual({ ok: true, value: { phone, warnings } });
    expect(isMobile(phone)).toBe(!warnings.includes('phone-landline'));
  });

  it.each(['1900 1234', '113', '0200 123 4567', '0123456789', '+842933878911x'])(
    '%j is no telephone of the country',
    (typed) =>
      expect(readVietnamPhone(typed)).toEqual({ ok: false, reason: 'not-a-vietnamese-phone' }),
  );

  it('agrees with libphonenumber on every area code of landlines', () => {
    for (let prefix = 2_000; prefix <= 2_999; prefix += 1) {
      const national = `${prefix}${String((prefix * 7_919) % 1_000_000).padStart(6, '0')}`;
      const type = parsePhoneNumberFromString(`+84${national}`)?.getType();
      expect([national, readVietnamPhone(`0${national}`).ok]).toEqual([
        national,
        type === 'FIXED_LINE',
      ]);
    }
  });

  it('converts every prefix of before 2018 to a number that exists', () => {
    const old =
      '120 121 122 123 124 125 126 127 128 129 162 163 164 165 166 167 168 169 186 188 199';
    for (const prefix of old.split(' ')) {
      const read = readVietnamPhone(`0${prefix}2345678`);
      expect(read.ok && parsePhoneNumberFromString(read.value.phone)?.isValid()).toBe(true);
    }
  });

  it('agrees with libphonenumber on every prefix of four digits', () => {
    for (let prefix = 1_000; prefix <= 9_999; prefix += 1) {
      const national = `${prefix}${String((prefix * 7_919) % 100_000).padStart(5, '0')}`;
      const type = parsePhoneNumberFromString(`+84${national}`)?.getType();
      // 121x is no person's number, and domain §6 leaves it out.
      const isMobile = type === 'MOBILE' && !national.startsWith('121');
      expect([national, parseVietnamMobile(`0${national}`).ok]).toEqual([national, isMobile]);
    }
  });
});

describe('a name', () => {
  it('comes out composed, trimmed and with single spaces', () => {
    const typed = '  Nguyễn  Thị Ánh '.normalize('NFD');
    expect(parsePersonName(typed)).toEqual({ ok: true, value: 'Nguyễn Thị Ánh' });
  });

  it.each([
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['12345', 'name-has-no-letter'],
    ['Á'.repeat(201), 'name-too-long'],
    ['An\u0000h', 'name-has-control-characters'],
    ['\u202Ehnà', 'name-has-control-characters'],
    ['An\nhà', 'name-has-control-characters'],
    ['An\thà', 'name-has-control-characters'],
    ['An\u0085h', 'name-has-control-characters'],
    ['An\uD800h', 'name-has-control-characters'],
    ['Ánh 😀', 'name-has-other-signs'],
    ['---', 'name-has-no-letter'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(parsePersonName(typed)).toEqual({ ok: false, reason });
  });

  it.each([
    ['a zero-width space', 'Nguyễn\u200B Thị Ánh'],
    ['a zero-width space inside a word', 'Nguyễn Thị Á\u200Bnh'],
    ['a zero-width space between a letter and its mark', 'Nguyễn Thị A\u200B\u0301nh'],
    ['a byte-order mark in front', '\uFEFFNguyễn Thị Ánh'],
    ['a direction mark behind', 'Nguyễn Thị Ánh\u200E'],
    ['a soft hyphen', 'Nguy\u00ADễn Thị Ánh'],
    ['letters and marks apart', 'Nguyễn Thị Ánh'.normalize('NFD')],
    ['a blank of another width', 'Nguyễn\u00A0Thị\u2009Ánh'],
  ])('pasted with %s is the same person', (_, typed) => {
    expect(parsePersonName(typed)).toEqual({ ok: true, value: 'Nguyễn Thị Ánh' });
  });

  it.each([
    ['Hòa', 'Hoà'],
    ['Đặng Thuý', 'dang thuy'],
    ['NGUYỄN', 'nguyên'],
    ['Ðặng', 'đặng'],
    ['Nguyễn\u00A0Thị', 'nguyen-thi'],
  ])('%s is found as %s', (a, b) => expect(searchKey(a)).toBe(searchKey(b)));
});

describe('a name for eyes that need not know', () => {
  it.each([
    ['Nguyễn Thị Ánh', 'N. T. Ánh'],
    ['nguyễn văn ổn', 'N. V. ổn'],
    ['Đặng Ê Ban', 'Đ. Ê. Ban'],
    ['Ánh', 'Á.'],
  ])('%s: %s', (full, masked) => {
    const parsed = parsePersonName(full);
    expect(parsed.ok && maskName(parsed.value)).toBe(masked);
  });
});

describe('a dossier code', () => {
  const day = '2026-11-23' as VietnamDay;

  it.each([
    ['{agency}-{yyMMdd}-{seq:4}', 1, 'H13.01-261123-0001'],
    ['{agency}-{yyMMdd}-{seq:4}', 12_345, 'H13.01-261123-12345'],
    ['{agency}-{yyyyMMdd}-{seq:7}', 92_637, 'H13.01-20261123-0092637'],
  ])('by %s, number %i: %s', (template, sequence, code) => {
    expect(formatDossierCode(template, { agencyCode: 'H13.01', day, sequence })).toBe(code);
  });

  it.each([
    ['000.17.22.H56-210531-0001', '000.17.22.H56', '2021-05-31', 1],
    ['H56.14-240823-0001', 'H56.14', '2024-08-23', 1],
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', 92_637],
    ['H13.01-261123-12345', 'H13.01', '2026-11-23', 12_345],
  ])('%s is read, as slips of every age are', (code, agencyCode, date, sequence) => {
    expect(parseDossierCode(code)).toEqual({
      ok: true,
      value: { agencyCode, day: date, sequence },
    });
  });

  it.each([
    ' h13.01 – 261123 – 0001 ',
    'H13.01‑261123‑0001',
    'Ｈ13.01-261123-0001',
    'h13.01 261123 0001',
    'H13.01.261123.0001',
    'H13·01--261123_0001',
    '\u200BH13.01-261123-0001\u200E',
    'H13. 01 - 261123 - 0001',
    'https://ho-so.example.vn/tra-cuu/H13.01-261123-0001#K7QM4ZRT',
    'http://127.0.0.1:8080/tra-cuu/H13.01-261123-0001',
  ])('%j is what a citizen types', (typed) => {
    expect(normaliseDossierCode(typed)).toBe('H13.01-261123-0001');
    expect(parseDossierCode(typed).ok).toBe(true);
  });

  it.each([
    'nothing',
    '',
    'H13.01-260230-0001',
    'H13.01-261123-0000',
    'H13.01-2611231-0001',
    'H13..-261123-0001-0001',
    `${'A'.repeat(36)}-261123-0001`,
    'H'.repeat(10_000),
  ])('%j is none', (typed) => {
    expect(parseDossierCode(typed)).toEqual({ ok: false, reason: 'not-a-dossier-code' });
  });

  it('is read back as it was written, whatever the template', () => {
    const templates = fc.constantFrom('{agency}-{yyMMdd}-{seq:4}', '{agency}-{yyyyMMdd}-{seq:7}');
    const agencies = fc.constantFrom('000.17.22.H56', 'H13.01', 'G09.20', 'BTC.TCT');
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => plusDays('2018-07-01' as VietnamDay, n));
    const numbers = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(templates, agencies, days, numbers, (template, agencyCode, date, sequence) => {
        const parts = { agencyCode, day: date, sequence };
        expect(parseDossierCode(formatDossierCode(template, parts))).toEqual({
          ok: true,
          value: parts,
        });
      }),
    );
  });
});

describe('an id', () => {
  it.each(['01KAPXJ5V0ZK9Q4T8N6W2C7D3F', '00000000000000000000000000'])('%s is a ULID', (text) =>
    expect(parseUlid(text).ok).toBe(true),
  );
  it.each([
    '01kapxj5v0zk9q4t8n6w2c7d3f',
    '81KAPXJ5V0ZK9Q4T8N6W2C7D3F',
    '01KAPXJ5V0ZK9Q4T8N6W2C7D3',
    '../etc',
  ])('%s is none', (text) => expect(parseUlid(text)).toEqual({ ok: false, reason: 'not-a-ulid' }));
});
