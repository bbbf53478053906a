import type { StaffName } from '#domain/actor/staff-name.ts';
import type { AmendmentState, CalendarAmendment } from '#domain/deadline/amendment.ts';
import type { CalendarEdition } from '#domain/deadline/edition.ts';
import type { NumberNotice } from '#domain/dossier/number-notice.ts';
import type { NumberWatch } from '#domain/dossier/number-watch.ts';
import type { PersonLink } from '#domain/dossier/person-link.ts';
import type { PhoneLink } from '#domain/dossier/phone-link.ts';
import type { SenderLink } from '#domain/dossier/sender.ts';
import type { LostResult } from '#domain/handover/lost-result.ts';
import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import type { Authorisation } from '#domain/shipment/pick-up.ts';
import { type RecordKind, unlistedKind } from './records.ts';

/** Changes of a working calendar, the confirmed ones apart: every date is reckoned with these. */
export const amendmentKind: RecordKind<CalendarAmendment> = {
  name: 'calendar-amendment',
  place: ({ confirmed, proposed }) => ({
    names: [],
    list: confirmed
      ? { name: 'in-force' satisfies AmendmentState, at: confirmed.at }
      : { name: 'proposed' satisfies AmendmentState, at: proposed.at },
  }),
};

/** Which editions of the calendars promised dates were last held against. */
export const calendarEditionKind = unlistedKind<CalendarEdition>('calendar-edition');

/** What a member of staff is called. */
export const staffNameKind = unlistedKind<StaffName>('staff-name');

/** Where a person is found again by phone or number. */
export const senderKind = unlistedKind<SenderLink>('sender');

/** The dossiers of a person at an office, the oldest first. */
export const personLinkKind: RecordKind<PersonLink> = {
  name: 'person-link',
  place: ({ person, linkedAt }) => ({ names: [], list: { name: person, at: linkedAt } }),
};

/** The last dossier of one person's matter in one procedure at an office. */
export const filingKind = unlistedKind<SenderLink>('filing');

/** Which dossiers a telephone leads to, the oldest first. */
export const phoneLinkKind: RecordKind<PhoneLink> = {
  name: 'phone-link',
  place: ({ phone, linkedAt }) => ({ names: [], list: { name: phone, at: linkedAt } }),
};

/** Ủy quyền nhận kết quả: asked at every door where something of a dossier changes hands. */
export const authorisationKind = unlistedKind<Authorisation>('authorisation');

/** What a dossier's numbers were, and how often somebody changed what they guard. */
export const numberWatchKind = unlistedKind<NumberWatch>('number-watch');

/** Whom to tell: waiting until it was passed on to the messages. */
export const numberNoticeKind: RecordKind<NumberNotice> = {
  name: 'number-notice',
  place: ({ createdAt, passedOnAt }) => ({
    names: [],
    ...(passedOnAt === undefined && { list: { name: 'waiting', at: createdAt } }),
  }),
};

/** Results that a pouch's count had missing, for both its ends, until they are there again or made anew. */
export const lostResultKind: RecordKind<LostResult> = {
  name: 'lost-result',
  place: ({ office, agency, since: at, ended }) => ({
    names: [],
    ...(!ended && { list: { name: office, at }, secondList: { name: agency, at } }),
  }),
};

/**
 * Whose turn it is: an open pouch lies with the sender, any other with the receiver. The second list is the
 * sender's, of what it has sealed and nobody has signed for.
 */
export const pouchKind: RecordKind<Pouch> = {
  name: 'pouch',
  place: (pouch) => {
    const state = pouchState(pouch);
    if (state === 'settled') return { names: [] };
    const at = pouch.countBy ?? pouch.opened.at;
    const list = { open: pouch.from.id, signed: 'all' }[state as string] ?? pouch.to.id;
    return {
      names: [],
      list: { name: `${list}#${state}`, at },
      ...(state !== 'open' && { secondList: { name: `${pouch.from.id}#${state}`, at } }),
    };
  },
};
