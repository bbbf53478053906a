import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrganisationName, parsePersonName } from '#domain/identifiers/person-name.ts';
import { asTyped, isPlain, shownOf } from '#domain/identifiers/typed-text.ts';
import * as shape from '#edge/shapes.ts';

describe('a name on paper', () => {
  it.each([
    'Nguyễn Thị Ánh',
    'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Thị Thương Huyền Quỳnh Diễm',
    "H'Hen Niê",
    'Y-Ban Ayŭn',
    'Ê̆ Ƀê',
    'K’Brông'.replace('’', "'"),
    'Thạch Sa-rây',
    'François-René d’Été'.replace('’', "'"),
    'Łukasz Żółć',
    'Þór Ðorláksson',
    'Şehrazat İnce Iğdır',
    'Ngozi Ọkọnjọ',
    'J. R. Smith Jr.',
    'Công ty TNHH MTV 8-3',
    'Công ty CP "Lúa Vàng" & Con (Vị Thanh)',
    'DNTN “Sáu Hòa”',
  ])('%s is taken as it is', (typed) => {
    for (const parse of [parsePersonName, parseOrganisationName])
      expect(parse(typed)).toEqual({ ok: true, value: typed.normalize('NFC') });
  });

  it.each([
    ['a typographic apostrophe', 'H’Hen', "H'Hen"],
    ['a letter that looks like an apostrophe', 'HʼHen', "H'Hen"],
    ['a grave accent by itself', 'H`Hen', "H'Hen"],
    ['a dash', 'Y–Ban', 'Y-Ban'],
    ['a hyphen that does not break', 'Y\u2011Ban', 'Y-Ban'],
    ['an ideographic blank', 'Lê\u3000Út', 'Lê Út'],
  ])('with %s is the same name', (_, typed, value) =>
    expect(parsePersonName(typed)).toEqual({ ok: true, value }),
  );
});

const flawed: readonly (readonly [what: string, typed: string, reason: string])[] = [
  ['a Hangul filler alone', '\u3164', 'name-has-control-characters'],
  ['a Hangul filler between', 'Nguyễn\u3164Ánh', 'name-has-control-characters'],
  ['a half-width Hangul filler', 'Ánh\uFFA0', 'name-has-control-characters'],
  ['a Hangul leading filler', 'Ánh\u115F', 'name-has-control-characters'],
  ['a Hangul vowel filler', 'Ánh\u1160', 'name-has-control-characters'],
  ['a Khmer inherent vowel', 'Ánh\u17B4', 'name-has-control-characters'],
  ['another Khmer inherent vowel', '\u17B5Ánh', 'name-has-control-characters'],
  ['a Mongolian vowel separator kept inside', 'Á\u180Bnh', 'name-has-control-characters'],
  ['a tag letter', 'Ánh\u{E0041}', 'name-has-control-characters'],
  ['the sign for what was lost', 'Nguy\uFFFDn', 'name-has-control-characters'],
  ['a sign of private use', 'Ánh\uE000', 'name-has-control-characters'],
  ['a sign of private use beyond', 'Ánh\u{F0000}', 'name-has-control-characters'],
  ['what Unicode has not assigned', 'Ánh\u{2FE0}', 'name-has-control-characters'],
  ['a direction isolate', 'Ánh\u2066', 'name-has-control-characters'],
  ['a variation selector', 'Ánh\uFE0F', 'name-not-in-latin-letters'],
  ['a Cyrillic а in a Latin word', 'Nguyễn Thị Ánh Ng\u0430', 'name-not-in-latin-letters'],
  ['a Greek ο', 'H\u03BFa', 'name-not-in-latin-letters'],
  ['a word of another script', 'Ánh Сосо', 'name-not-in-latin-letters'],
  ['another script alone', 'Сосо', 'name-not-in-latin-letters'],
  ['Khmer alone', 'សុខ', 'name-not-in-latin-letters'],
  ['Chinese alone', '阮氏映', 'name-not-in-latin-letters'],
  ['a blank of Braille', 'Ánh\u2800Ba', 'name-has-other-signs'],
  ['full-width letters', 'Ａnh', 'name-not-in-latin-letters'],
  ['mathematical letters', '𝒜nh', 'name-not-in-latin-letters'],
  ['a ligature', 'ﬁn', 'name-not-in-latin-letters'],
  ['a long s', 'Boſs', 'name-not-in-latin-letters'],
  ['a phonetic ɑ', 'Hoɑ', 'name-not-in-latin-letters'],
  ['the African Đ', '\u0189ặng', 'name-not-in-latin-letters'],
  ['a click that looks like a bar', 'Ba\u01C0', 'name-not-in-latin-letters'],
  ['a heap of marks', `A${'\u0301'.repeat(9)}nh`, 'name-not-in-latin-letters'],
  ['a stroke laid over', 'Đo\u0338', 'name-not-in-latin-letters'],
  ['a mark on nothing', 'Ánh \u0301', 'name-not-in-latin-letters'],
  ['a picture', 'Ánh ❤', 'name-has-other-signs'],
  ['only signs', '---', 'name-has-no-letter'],
];

describe('what shows otherwise than it is', () => {
  it.each(flawed)('%s is refused', (_, typed, reason) => {
    expect(parsePersonName(typed)).toEqual({ ok: false, reason });
    expect(parseOrganisationName(typed)).toEqual({ ok: false, reason });
  });

  it('is refused in every place that takes a name, and never holds a carrier’s news up', () => {
    const owner = (kind: string, name: string) => ({ kind, name, address: 'Ấp 3' });
    for (const [, typed] of flawed) {
      expect(shape.personName.safeParse(typed).success).toBe(false);
      for (const kind of ['person', 'organisation'])
        expect(shape.dossierOwner.safeParse(owner(kind, typed)).success).toBe(false);
      expect(shape.toldName.parse(typed)).toBeUndefined();
    }
    expect(shape.dossierOwner.safeParse(owner('organisation', 'HTX Vị Tân')).success).toBe(true);
    expect(shape.toldName.parse('NGUYEN THI ANH')).toBe('NGUYEN THI ANH');
  });
});

/** Any text, and much of what is nearly a name. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Ễ',
      ' ',
      '\u0301',
      '\u3164',
      '\u0430',
      'ﬁ',
      '-',
      '\u200B',
      '\u0323',
    ),
    maxLength: 12,
  }),
);

describe('of any text', () => {
  it('a name has only letters, each of one look, and is its own name', () =>
    fc.assert(
      fc.property(anyText, (typed) => {
        const parsed = parsePersonName(typed);
        if (!parsed.ok) return;
        const { value } = parsed;
        expect(parsePersonName(value)).toEqual({ ok: true, value });
        expect(value.normalize('NFKC')).toBe(value);
        expect(value).toMatch(/\p{Script=Latin}/u);
        expect(value).not.toMatch(
          /[\p{L}--\p{Script=Latin}]|[\p{C}\p{Default_Ignorable_Code_Point}]/v,
        );
        expect(value).not.toMatch(/\p{M}{3}|(?:^|[^\p{L}\p{M}])\p{M}|^ | $| {2}|\uFFFD/u);
      }),
      { numRuns: 4_000 },
    ));

  it('what is shown of a stranger’s is plain', () =>
    fc.assert(
      fc.property(anyText, (typed) => isPlain(shownOf(typed))),
      { numRuns: 2_000 },
    ));

  it.each(['\u3164', '\uFFFD', 'a\u115Fb', '\uE000'])('%j is no plain text', (typed) =>
    expect(isPlain(asTyped(typed))).toBe(false),
  );

  it('a picture with its variation is plain', () => expect(isPlain('❤\uFE0F')).toBe(true));
});
