/**
 * Signs that show nowhere and that nobody types: soft hyphens, zero-width spaces and joiners, direction
 * marks, byte-order marks. They come along when somebody pastes from a chat or an address book.
 */
const unseen = /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u2060-\u2064]|\uFEFF/gu;

/** What somebody meant to type: NFC, nothing unseen in it or around it. Two of one look are one. */
export const asTyped = (text: string): string => text.replace(unseen, '').normalize('NFC').trim();

/** Controls, direction overrides and isolates, halves of letters: in no text that can be trusted. */
const untrusted = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** True where a text shows as it is; lines and tabs are for the asker to allow. */
export const isPlain = (text: string): boolean => !untrusted.test(text);

/** What a stranger's machine sent, for a person to read: whatever cannot be shown is left out. */
export const shownOf = (text: string): string =>
  asTyped(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, ''));
