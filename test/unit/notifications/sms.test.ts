import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { forbiddenWordIn } from '#domain/sms/forbidden-words.ts';
import { segmentsOf } from '#domain/sms/segments.ts';
import { checkTemplate, renderTemplate, worstCase } from '#domain/sms/template.ts';
import { unaccent } from '#domain/sms/unaccent.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { worstCost } from '#functions/notifications/domain/cost.ts';
import { sendAt } from '#functions/notifications/domain/quiet-hours.ts';

describe('what an SMS costs', () => {
  it.each([
    ['a plain message', 'Ho so H30.09-210624-0001 da duoc tiep nhan. Ngay hen tra: 01/07/2021', 1],
    ['160 plain characters', 'a'.repeat(160), 1],
    ['161 plain characters', 'a'.repeat(161), 2],
    ['one accent makes it 70', `${'a'.repeat(70)}ế`, 2],
    ['braces count twice', '{'.repeat(81), 2],
  ])('%s', (_, text, segments) => expect(segmentsOf(text).segments).toBe(segments));

  it('never cuts an escape or a surrogate pair in two', () => {
    // 152 septets, then `{` of two: the 153rd septet stays empty.
    expect(segmentsOf(`${'a'.repeat(152)}{${'a'.repeat(151)}`)).toMatchObject({ segments: 2 });
    expect(segmentsOf(`${'a'.repeat(152)}{${'a'.repeat(152)}`)).toMatchObject({ segments: 3 });
    expect(segmentsOf(`${'ế'.repeat(66)}😀${'ế'.repeat(66)}`)).toEqual({
      encoding: 'UCS-2',
      units: 134,
      segments: 3,
    });
  });

  it.each([
    ['plain', 'aZ0 @\n', 800],
    ['with escapes', 'aZ0 @{}[]~|€', 800],
    ['accented', 'aZ0 {ắđƠ\n', 400],
    ['with symbols', 'aế😀', 200],
  ])('%s text is counted as the carriers’ calculator does', (_, alphabet, maxLength) => {
    const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength, size: 'max' });
    fc.assert(
      fc.property(texts, (text) => {
        const oracle = new SegmentedMessage(text.normalize('NFC')).segmentsCount;
        expect(segmentsOf(text).segments).toBe(Math.max(1, oracle));
      }),
    );
  });

  it('is the same for composed and decomposed Vietnamese', () => {
    const text = 'Hồ sơ đã được tiếp nhận';
    expect(segmentsOf(text.normalize('NFD'))).toEqual(segmentsOf(text));
  });

  it.each([
    ['Đặng Thị Ánh – Ưu tiên', 'Dang Thi Anh - Uu tien'],
    ['“Hồ sơ” của ông‘Ba’…', '"Ho so" cua ong\'Ba\'...'],
    ['{a}[b]', '(a)(b)'],
    ['An\u200B\u00A0Ba\u202E', 'An Ba'],
    ['50.000 ₫', '50.000 d'],
    ['😀 郵', '? ?'],
  ])('%j without marks is %j', (accented, plain) => expect(unaccent(accented)).toBe(plain));

  it('without marks is a message of one septet a character, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const plain = unaccent(text);
        expect(segmentsOf(plain)).toMatchObject({ encoding: 'GSM-7', units: plain.length });
      }),
    );
  });

  it('is paid by the segment', () => {
    expect(worstCost({ id: 't', text: 'Ho so {code}.', fields: { code: 20 } }, 350)).toBe(350);
    expect(worstCost({ id: 't', text: 'Ho so {code}.', fields: { code: 200 } }, 350)).toBe(700);
  });
});

describe('a template', () => {
  const template = { id: 't', text: 'Ho so {code}.', fields: { code: 10 } };

  it('that keeps the rules may be sent', () => {
    expect(checkTemplate(template)).toEqual({ ok: true, value: template });
    expect(worstCase(template)).toEqual({ encoding: 'GSM-7', units: 17, segments: 1 });
  });

  it.each([
    ['unknown-field', { ...template, text: 'Ho so {cod}.' }],
    ['unused-field', { ...template, fields: { code: 10, day: 10 } }],
    ['not-gsm7', { ...template, text: 'Hồ sơ {code}.' }],
    ['over-one-segment', { ...template, fields: { code: 200 } }],
    ['forbidden-word', { ...template, text: 'Ho so LY HON {code}.' }],
    ['forbidden-word', { ...template, text: 'Ho so {code}: xem tai bit.ly/x' }],
    ['forbidden-word', { ...template, text: 'Ho so {code}: xem vidu.vn' }],
    ['unknown-field', { ...template, text: 'Ho so {code} {constructor}.' }],
  ])('is refused: %s', (reason, broken) => {
    expect(checkTemplate(broken)).toEqual({ ok: false, reason });
  });

  it('may be forbidden the words of the province', () => {
    expect(checkTemplate(template, ['hồ sơ'])).toEqual({ ok: false, reason: 'forbidden-word' });
    expect(forbiddenWordIn('Buu dien se phat tan noi')).toBeUndefined();
    expect(forbiddenWordIn('Ma OTP la 1')).toBe('OTP');
    expect(forbiddenWordIn('Phong khach hotpot')).toBeUndefined();
  });

  const rendered = (code: string, limit = 30) =>
    renderTemplate({ ...template, fields: { code: limit } }, { code });

  it.each([
    ['line breaks', 'Ánh\n\nGửi tiền', 'Ho so Anh Gui tien.'],
    ['a field of its own', '{code}', 'Ho so (code).'],
    ['replacement patterns', "$& $' $1", "Ho so $& $' $1."],
    ['a link', 'Ánh http://vidu.vn/x', 'Ho so Anh vidu vn/x.'],
    ['a bare host', 'www.vidu.com.vn', 'Ho so vidu com vn.'],
    ['an address', 'a@vidu.vn', 'Ho so a vidu vn.'],
    ['a date', '30/11/2026', 'Ho so 30/11/2026.'],
    ['a code', 'H13.01-261123-0001', 'Ho so H13.01-261123-0001.'],
    ['a code with letters', 'BTC.TCT-261123-0001', 'Ho so BTC.TCT-261123-0001.'],
  ])('takes %s as mere text', (_, value, text) => {
    expect(rendered(value)).toEqual({ ok: true, value: text });
  });

  it('drops whole words that do not fit, never half of one', () => {
    expect(rendered('Nguyễn Thị Ánh', 10)).toEqual({ ok: true, value: 'Ho so Nguyen Thi.' });
    expect(rendered('Nguyễn Thị', 10)).toEqual({ ok: true, value: 'Ho so Nguyen Thi.' });
    expect(rendered('H13.01-261123-0001', 10)).toEqual({ ok: false, reason: 'too-long' });
  });

  it('never costs more than its worst case', () => {
    const limits = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), limits, (code, limit) => {
        const long = { ...template, fields: { code: limit } };
        const message = renderTemplate(long, { code });
        const units = message.ok ? segmentsOf(message.value).units : 0;
        expect(units).toBeLessThanOrEqual(worstCase(long).units);
      }),
    );
  });

  it.each([{}, { code: '' }, { code: ' ' }])('is not sent with a hole: %j', (values) => {
    expect(renderTemplate(template, values)).toEqual({ ok: false, reason: 'missing-field' });
  });

  it('gives a field that nobody declared no room', () => {
    const undeclared = { id: 't', text: 'Ho so {code}.', fields: {} };
    expect(renderTemplate(undeclared, { code: 'x' })).toEqual({ ok: false, reason: 'too-long' });
  });
});

describe('people sleep from 22:00 to 07:00', () => {
  const day = '2026-11-23' as VietnamDay;
  it.each([
    [6 * 60 + 59, '07:00 23/11/2026'],
    [7 * 60, '07:00 23/11/2026'],
    [21 * 60 + 59, '21:59 23/11/2026'],
    [22 * 60, '07:00 24/11/2026'],
  ])('minute %i: %s', (minute, expected) => {
    expect(formatInstant(sendAt(at(day, minute)))).toBe(expected);
  });
});
