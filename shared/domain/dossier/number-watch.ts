import { days, type Instant, minus } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** What somebody who is not the citizen would do to get at a result, or to spoil a case. */
export const watchedChanges = [
  'phone-changed',
  'recipient-authorised',
  'delivery-chosen',
  'withdrawal-asked',
] as const;
export type WatchedChange = (typeof watchedChanges)[number];

/** Of one dossier: how often such things were done on one day, and which number it had before. */
export interface NumberWatch {
  /** The dossier's. */
  readonly id: string;
  readonly version: number;
  readonly day: VietnamDay;
  readonly count: number;
  /** E.164, with the moment from which it was no longer the dossier's. */
  readonly previous?: { readonly phone: string; readonly until: Instant };
}

/** A citizen changes a number once, and once more where it was mistyped. */
export const changesADay = 3;

/** So long the number of before is still told what happens to the dossier. */
const toldFor = days(30);

/** The watch after one more change; undefined where the day has had its share. */
export const watchAfter = (
  before: NumberWatch | undefined,
  change: { readonly id: string; readonly now: Instant; readonly phoneBefore: string | undefined },
): NumberWatch | undefined => {
  const { id, now, phoneBefore } = change;
  const day = dayOf(now);
  const count = before?.day === day ? before.count + 1 : 1;
  if (count > changesADay) return undefined;
  const previous =
    phoneBefore === undefined ? before?.previous : { phone: phoneBefore, until: now };
  return { id, version: (before?.version ?? 0) + 1, day, count, ...(previous && { previous }) };
};

/**
 * Whom a change is told: the number that the dossier had before it, and the one before that where it was
 * changed lately, so that whoever changes the number first does not go on unseen. Each once.
 */
export const numbersTold = (
  before: NumberWatch | undefined,
  phone: string | undefined,
  now: Instant,
): readonly string[] => {
  const previous = before?.previous;
  const lately = previous && previous.until > minus(now, toldFor) ? [previous.phone] : [];
  return [...new Set([...(phone === undefined ? [] : [phone]), ...lately])];
};
