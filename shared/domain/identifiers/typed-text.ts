/**
 * Signs that show nowhere and that nobody types: soft hyphens, zero-width spaces and joiners, direction
 * marks, byte-order marks. They come along when somebody pastes from a chat or an address book.
 */
const unseen = /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u2060-\u2064]|\uFEFF/gu;

/** What somebody meant to type: NFC, nothing unseen in it or around it. Two of one look are one. */
export const asTyped = (text: string): string => text.replace(unseen, '').normalize('NFC').trim();

/**
 * Controls, direction overrides and isolates, halves of letters, private signs, letters that show nothing
 * (Hangul fillers, Khmer inherent vowels), and the sign for what was lost: in no text that can be trusted.
 * A variation selector only chooses the look of the sign before it.
 */
const untrusted =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD[\p{Default_Ignorable_Code_Point}--[\uFE00-\uFE0F]]]/v;

const everyUntrusted = new RegExp(untrusted.source, 'gv');

/** True where a text shows as it is; lines and tabs are for the asker to allow. */
export const isPlain = (text: string): boolean => !untrusted.test(text);

/** What a stranger's machine sent, for a person to read: whatever cannot be shown is left out. */
export const shownOf = (text: string): string =>
  asTyped(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(everyUntrusted, ''));

/** A number as people group it: without its blanks, dots, hyphens, slashes and what does not show. */
export const withoutSeparators = (number: string): string =>
  number.replace(/[\s.\-\u2010-\u2015/\p{Cf}]/gu, '');
