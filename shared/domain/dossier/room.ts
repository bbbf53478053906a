import type { Dossier } from './dossier.ts';
import type { FactType } from './dossier-event.ts';
import type { DossierChange } from './record.ts';

/** The members that are lists and lie in the dossier's own item; a scan is an item by itself. */
export type ListInDossier = Exclude<
  {
    readonly [M in keyof Dossier]-?: NonNullable<Dossier[M]> extends readonly unknown[] ? M : never;
  }[keyof Dossier],
  'scans'
>;

interface Room {
  /** Of its JSON in UTF-8, above which nothing is added to it. */
  readonly bytes: number;
  /** Kept free for each entry that is open, so that it can be closed with the longest words. */
  readonly toClose?: number;
  /** What adds to it by somebody's choice. Whatever closes an entry, or a case, is always taken. */
  readonly openedBy: readonly FactType[];
}

/**
 * How much of a dossier's item each list may take; an item has 400 KB. All of them full leave room for
 * every way in which a dossier ends: decision, hand-over, withdrawal, stop. A list without a row does not
 * compile.
 */
export const roomOf = {
  warnings: { bytes: 23_000, openedBy: ['warning-recorded'] },
  components: { bytes: 15_000, openedBy: ['supplement-requested'] },
  // What a count finds beyond the list collapses (`evolve-custody`).
  custody: { bytes: 40_000, openedBy: ['supplement-requested'] },
  supplements: { bytes: 50_000, openedBy: ['supplement-requested'] },
  payments: { bytes: 30_000, toClose: 6_000, openedBy: ['payment-requested'] },
  // A leg and a consultation answer with 1,000 letters, and may be recalled with 500.
  assignments: {
    bytes: 134_000,
    toClose: 6_500,
    openedBy: ['assignment-planned', 'assignment-opened'],
  },
  // Once a term for each ground; what is agreed in writing may be agreed again.
  prolongations: { bytes: 6_000, openedBy: ['deadline-prolonged'] },
  stops: { bytes: 8_000, openedBy: ['dossier-resumed', 'late-answer-admitted'] },
  earlierDeliveries: { bytes: 20_000, openedBy: ['result-dispatched', 'papers-dispatched'] },
  // Twenty of them (`correctionsPerDossier`).
  corrections: {
    bytes: 6_000,
    openedBy: ['applicant-corrected', 'correction-asked', 'scan-taken-out'],
  },
  // Of what was warned of long ago only the last is kept: nobody is refused for it.
  flags: { bytes: 8_000, openedBy: [] },
} as const satisfies Readonly<Record<ListInDossier, Room>>;

export interface FullList {
  readonly list: ListInDossier;
  readonly bytes: number;
}

const lists = Object.keys(roomOf) as readonly ListInDossier[];

const bytesOf = (entries: readonly unknown[]): number =>
  Buffer.byteLength(JSON.stringify(entries), 'utf8');

const isOpen = (entry: unknown): boolean =>
  typeof entry === 'object' &&
  entry !== null &&
  !['answer', 'recall', 'replacedBy', 'lapsedAt', 'end'].some((end) => end in entry);

const taken = (dossier: Dossier | undefined, list: ListInDossier): number => {
  const entries: readonly unknown[] = dossier?.[list] ?? [];
  const { toClose = 0 }: Room = roomOf[list];
  return bytesOf(entries) + toClose * entries.filter(isOpen).length;
};

/** The list that this change would fill beyond its room, if there is one. */
export const fullListAfter = ({ before, events, after }: DossierChange): FullList | undefined => {
  const types = new Set(events.map(({ fact }) => fact.type));
  const list = lists.find((each) => {
    const { bytes, openedBy }: Room = roomOf[each];
    const isAdding = openedBy.some((type) => types.has(type));
    return isAdding && Math.max(taken(before, each), taken(after, each)) > bytes;
  });
  return list && { list, bytes: roomOf[list].bytes };
};
