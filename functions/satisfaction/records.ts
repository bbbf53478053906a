import { at } from '#domain/time/vietnam-time.ts';
import { type RecordKind, unlistedKind } from '#ports/records.ts';
import { firstDayOf, type RatedMark, type Rating } from './domain/rating.ts';
import type { Tally } from './domain/tally.ts';

/** Those with words of their own are listed; the month is all of their time. */
export const ratingKind: RecordKind<Rating> = {
  name: 'rating',
  place: ({ office, month, reason }) => ({
    names: [],
    ...(reason?.text !== undefined && {
      list: { name: `${office}#${month}`, at: at(firstDayOf(month), 0) },
    }),
  }),
};

export const ratedMarkKind = unlistedKind<RatedMark>('rated-mark');

export const tallyKind = unlistedKind<Tally>('satisfaction-tally');
