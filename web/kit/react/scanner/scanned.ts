import { parseCccdQr } from '#domain/identifiers/cccd-qr.ts';
import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import type { Burst } from './bursts.ts';

export type CardRead = ReturnType<typeof parseCccdQr>;

/** What was scanned, whatever had the focus. */
export type Scanned =
  | { readonly kind: 'card'; readonly card: CardRead }
  /** Somebody types along: of the card only its number is sure, the rest is to be compared. */
  | { readonly kind: 'card-number'; readonly number: string }
  /** `CMD:F9`: a key on a card of commands. */
  | { readonly kind: 'command'; readonly key: string }
  | { readonly kind: 'paper'; readonly number: string };

const command = /^CMD:(F[1-9])$/;
const head = /^\d{12}(?!\d)/;

export const scannedBy = ({ text, isSuspect }: Burst): Scanned => {
  const [, key] = command.exec(text) ?? [];
  if (key !== undefined) return { kind: 'command', key };
  if (isSuspect) {
    const [number] = head.exec(text) ?? [];
    return number === undefined ? { kind: 'paper', number: text } : { kind: 'card-number', number };
  }
  if (text.includes('|')) return { kind: 'card', card: parseCccdQr(text) };
  const person = parsePersonalNumber(text);
  return person.ok && person.value.kind === 'cccd'
    ? { kind: 'card-number', number: person.value.number }
    : { kind: 'paper', number: text };
};

/**
 * The number on a paper, where nothing else is looked for: of a person's card none, so that nobody's data
 * goes where it has no business.
 */
export const paperIn = (burst: Burst): { readonly number: string } | 'card' | 'command' => {
  const came = scannedBy(burst);
  if (came.kind === 'command') return 'command';
  return came.kind === 'paper' ? { number: came.number.trim() } : 'card';
};

/** What there is to look for in what was scanned; a command is none. */
export const soughtIn = (burst: Burst): string | undefined => {
  const came = scannedBy(burst);
  if (came.kind === 'command') return undefined;
  return came.kind === 'card' ? came.card.fields.number : came.number;
};
