import type { Pouch } from '../api/packing.ts';

/** In the order in which somebody works: what is in one's hands first. */
export const pouchGroups = [
  'packing',
  'arrived',
  'differing',
  'counted',
  'sealed',
  'sent',
  'coming',
] as const;
export type PouchGroup = (typeof pouchGroups)[number];

type Counted = NonNullable<Pouch['lines'][number]['counted']>;

const isWhole = ({ verdict, extra = [] }: Pick<Counted, 'verdict'> & Partial<Counted>): boolean =>
  verdict === 'complete' && extra.length === 0;

/** Something was missing, damaged, not on the list or not as it was sealed: looked at before anybody signs. */
export const differs = ({ isSealIntact, strays, lines, orders }: Pouch): boolean =>
  isSealIntact === false ||
  strays.length > 0 ||
  [...lines, ...orders].some(({ counted }) => counted !== undefined && !isWhole(counted));

/** Whether it was sent from this place. */
export const isFrom = ({ from }: Pouch, place: string): boolean => from.id === place;

/** Where it is for whoever looks; undefined: nothing is left to do. */
export const groupOf = (pouch: Pouch, place: string): PouchGroup | undefined => {
  const isOurs = isFrom(pouch, place);
  switch (pouch.state) {
    case 'open':
      return 'packing';
    case 'sealed':
      return isOurs ? 'sealed' : 'coming';
    case 'under-way':
      return isOurs ? 'sent' : 'arrived';
    case 'counted':
      return differs(pouch) ? 'differing' : 'counted';
    default:
      return undefined;
  }
};

/** How many sets of papers are in it. */
export const setsIn = ({ lines, orders }: Pouch): number => lines.length + orders.length;

/** The oldest first. */
export const inOrder = (pouches: readonly Pouch[]): readonly Pouch[] =>
  [...pouches].sort((a, b) => a.signatures.opened.at.localeCompare(b.signatures.opened.at));

/** The pouch that a scanned number means: its seal's, or its own off a record. */
export const meantIn = (pouches: readonly Pouch[], number: string): Pouch | undefined =>
  pouches.find(({ pouchId, sealNumber }) => pouchId === number || isSameSeal(sealNumber, number));

export const isSameSeal = (sealNumber: string | undefined, typed: string): boolean =>
  sealNumber !== undefined && sealNumber.toUpperCase() === typed.trim().toUpperCase();
