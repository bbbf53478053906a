import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { segmentsOf, unaccent } from '#domain/notification/gsm7.ts';
import { sendAt } from '#domain/notification/quiet-hours.ts';
import { checkTemplate, renderTemplate, worstCase } from '#domain/notification/template.ts';
import { at, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { province } from '#data/province.ts';

describe('what an SMS costs', () => {
  it.each([
    ['a plain message', 'Ho so H30.09-210624-0001 da duoc tiep nhan. Ngay hen tra: 01/07/2021', 1],
    ['160 plain characters', 'a'.repeat(160), 1],
    ['161 plain characters', 'a'.repeat(161), 2],
    ['one accent makes it 70', `${'a'.repeat(70)}ế`, 2],
    ['braces count twice', '{'.repeat(81), 2],
  ])('%s', (_, text, segments) => expect(segmentsOf(text).segments).toBe(segments));

  it('counts as the carriers’ calculator does', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aZ0 @{}[]~|€ắđƠ\n'), maxLength: 400 });
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

  it('drops marks without losing letters', () => {
    expect(unaccent('Đặng Thị Ánh – Ưu tiên')).toBe('Dang Thi Anh ? Uu tien');
  });
});

describe('a template', () => {
  const template = { id: 't', text: 'Ho so {code}.', fields: { code: 10 } };

  it.each(province.smsTemplates.map((entry) => [entry.id, entry] as const))(
    '"%s" of the province fits one segment at its longest',
    (_, entry) => {
      expect(checkTemplate(entry)).toEqual({ ok: true, value: entry });
      expect(worstCase(entry)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    },
  );

  it.each([
    ['unknown-field', { ...template, text: 'Ho so {cod}.' }],
    ['unused-field', { ...template, fields: { code: 10, day: 10 } }],
    ['not-gsm7', { ...template, text: 'Hồ sơ {code}.' }],
    ['over-one-segment', { ...template, fields: { code: 200 } }],
  ])('is refused: %s', (reason, broken) => {
    expect(checkTemplate(broken)).toEqual({ ok: false, reason });
  });

  it('takes no value that lengthens the bill or writes a second message', () => {
    const rendered = renderTemplate(template, { code: 'Ánh\n\nGửi tiền vào {x} http://x' });
    expect(rendered).toEqual({ ok: true, value: 'Ho so Anh Gui ti.' });
  });

  it('is not sent with a hole', () => {
    expect(renderTemplate(template, {})).toEqual({ ok: false, reason: 'missing-field' });
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
