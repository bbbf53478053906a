import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import type { CardRead, Scanned } from '../kit/react/scanner/scanned.ts';
import type { Draft } from './draft.ts';

type CardScan = Extract<Scanned, { kind: 'card' | 'card-number' }>;

/** Off the card: only what could be read. */
const ofCard = ({ fields: { number, name, residence } }: CardRead): Partial<Draft> => ({
  ...(number !== undefined && { number }),
  ...(name !== undefined && { name }),
  ...(residence !== undefined && { address: residence }),
});

export const numberOf = (came: CardScan): string | undefined =>
  came.kind === 'card' ? came.card.fields.number : came.number;

const nobody = { name: '', phone: '', address: '' } as const;

/** What a scanned card changes: another person's name and telephone do not stay beside its number. */
export const byCard = (came: CardScan, draft: Pick<Draft, 'number'>): Partial<Draft> => {
  const number = numberOf(came);
  const isOther = number !== undefined && number !== draft.number;
  return {
    ...(isOther && nobody),
    ...(came.kind === 'card' ? ofCard(came.card) : { number: came.number }),
  };
};

const plain = (typed: string): string => {
  const read = parsePersonalNumber(typed);
  return read.ok ? read.value.number : typed.trim();
};

/** Somebody else's card, while several dossiers of one person are in the form: it would take them all. */
export const isForAnother = (
  came: CardScan,
  { number, others }: Pick<Draft, 'number' | 'others'>,
): boolean => {
  const scanned = numberOf(came);
  return (
    others.length > 0 &&
    number.trim() !== '' &&
    scanned !== undefined &&
    plain(scanned) !== plain(number)
  );
};

/** What is known from before fills only what is empty: what the card or the citizen says stands. */
export const byEarlier = (
  draft: Pick<Draft, 'name' | 'phone' | 'address'>,
  known: { readonly name: string; readonly phone?: string | undefined; readonly address: string },
): Partial<Draft> => ({
  ...(draft.name === '' && { name: known.name }),
  ...(draft.phone === '' && { phone: known.phone ?? '' }),
  ...(draft.address === '' && { address: known.address }),
});
