/**
 * The letters that names on Vietnamese papers are written in: the Vietnamese alphabet, what the languages
 * of other peoples of Vietnam add to it (Ê-đê ƀ, ĕ), and what passports of other countries show beside
 * their transcription (ICAO Doc 9303-3: names in Latin letters). Left out are look-alikes that no name
 * needs: phonetic letters (ɑ), the African Ɖ, full-width and mathematical forms.
 */
const letter = '[A-Za-zÀ-ÖØ-öø-ſƀƁɓƊɗƏəƐɛƔɣƘƙƆɔƠơƯưƳƴǍ-ǜǞ-ǯǴǵǸ-ȟȦ-ȳɃḀ-ẙẞẠ-ỹ]';
/** Above or below a letter; two where no letter has both, as Ê-đê's ê̆ in some fonts' spelling. */
const mark = '[\\u0300-\\u030C\\u0323-\\u0328\\u032D\\u032E\\u0330\\u0331]';

/** Letters with their marks, in NFC. */
const latinLetters = new RegExp(`${letter}${mark}{0,2}`, 'gu');

/** Every way to write `'` and `-` that somebody's keyboard or word processor has. */
const apostrophes = /[\u2018\u2019\u02BB\u02BC\u0060\u00B4\u2032]/gu;
const hyphens = /[\u2010-\u2013\u2212]/gu;

/** Two of one look are one: one kind of blank, apostrophe and hyphen. */
export const plainSigns = (text: string): string =>
  text
    .replace(/\p{Zs}+/gu, ' ')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .trim();

/** True where all letters are ours and none is only another's look (`ﬁ`, `ſ`). */
export const isInLatin = (text: string): boolean =>
  text.normalize('NFKC') === text && !/[\p{L}\p{M}]/u.test(text.replace(latinLetters, ''));
