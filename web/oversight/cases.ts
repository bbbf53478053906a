import { everyWarning, type Warning } from '#domain/limits/warnings.ts';
import type { Reading } from '../api/read.ts';

/** Lists beside those of the warnings. */
export const otherLists = [
  'complaints',
  'flagged',
  'name-inexact',
  'waybills',
  'left-open',
  'door-money',
  'give-backs',
  'receipts',
  'untimely',
  'rejected',
  'bulk-readings',
  'holds',
] as const;
export type OtherList = (typeof otherLists)[number];

export type ListName = Warning | OtherList;

export const isWarning = (name: string): name is Warning =>
  (everyWarning as readonly string[]).includes(name);

export const isListName = (name: string): name is ListName =>
  isWarning(name) || (otherLists as readonly string[]).includes(name);

/** One thing that somebody has to look at. */
export interface Case {
  readonly id: string;
  /** Since when it waits, or the limit that it is about (ISO 8601). */
  readonly at: string;
  readonly head: string;
  /** What is known of it, a sentence each. */
  readonly facts: readonly string[];
  /** The dossier that it is about, for its access log. */
  readonly dossierId?: string | undefined;
}

export interface CasePage {
  readonly items: readonly Case[];
  readonly next?: string | undefined;
}

/** What came, drawn otherwise; what did not come stays as it is. */
export const readAs = <T, U>(reading: Reading<T>, as: (value: T) => U): Reading<U> =>
  reading.state === 'here' ? { ...reading, value: as(reading.value) } : reading;

/** A page of a list as cases. */
export const casesOf =
  <Item>(draw: (item: Item) => Case) =>
  (page: { readonly items: readonly Item[]; readonly next?: string | undefined }): CasePage => ({
    items: page.items.map(draw),
    next: page.next,
  });
