import { parseCccdQr } from '#domain/identifiers/cccd-qr.ts';
import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';

/** What somebody looks for: a person by the number of a card, or a dossier by a number on a paper. */
export type Meant =
  | { readonly kind: 'person'; readonly number: string }
  | { readonly kind: 'paper'; readonly number: string }
  | { readonly kind: 'too-short' };

/** The shortest number of any paper: the API refuses what is shorter. */
const shortest = 8;

/**
 * Whatever was typed into the one field, or scanned: a card's QR code, its number, any paper's number.
 * Papers have capitals, and who types leaves them out.
 */
export const meantBy = (typed: string): Meant => {
  const text = typed.trim();
  const card = text.includes('|') ? parseCccdQr(text).fields.number : undefined;
  const person = parsePersonalNumber(card ?? text);
  if (person.ok) return { kind: 'person', number: person.value.number };
  return text.length < shortest
    ? { kind: 'too-short' }
    : { kind: 'paper', number: text.includes('/') ? text : text.toUpperCase() };
};
