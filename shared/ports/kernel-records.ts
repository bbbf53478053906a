import type { CalendarAmendment } from '#domain/deadline/amendment.ts';
import type { SenderLink } from '#domain/dossier/sender.ts';
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
