import type { CalendarAmendment } from '#domain/deadline/amendment.ts';
import type { SenderLink } from '#domain/dossier/sender.ts';
import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import { type RecordKind, unlistedKind } from './records.ts';

/** Changes of a working calendar, the confirmed ones apart: every date is reckoned with these. */
export const amendmentKind: RecordKind<CalendarAmendment> = {
  name: 'calendar-amendment',
  place: ({ confirmed, proposed }) => ({
    names: [],
    list: confirmed
      ? { name: 'in-force', at: confirmed.at }
      : { name: 'proposed', at: proposed.at },
  }),
};

/** Where a person is found again by phone or number. */
export const senderKind = unlistedKind<SenderLink>('sender');

/** Whose turn it is: an open pouch lies with the sender, any other with the receiver. */
export const pouchKind: RecordKind<Pouch> = {
  name: 'pouch',
  place: (pouch) => {
    const state = pouchState(pouch);
    if (state === 'settled') return { names: [] };
    const list = { open: pouch.from.id, signed: 'all' }[state as string] ?? pouch.to.id;
    return { names: [], list: { name: `${list}#${state}`, at: pouch.countBy ?? pouch.opened.at } };
  },
};
