import { makeCourierDesk } from '#adapters/courier/courier-desk.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#application/returns/announce-shipment.ts';
import { makeNoteCarrier } from '#application/returns/note-carrier.ts';
import { makePollCarrier } from '#application/returns/poll-carrier.ts';
import { makeRecordCourierEvent } from '#application/returns/record-courier-event.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const desk = makeCourierDesk(Env.parse(process.env));
const record = makeRecordCourierEvent({ ...desk, calendars: makeCalendars(desk) });

export const handler = makeHandler(
  {
    sweep: makeSweepAnnouncements({ ...desk, announce: makeAnnounceShipment(desk) }),
    poll: makePollCarrier({ ...desk, record }),
    note: makeNoteCarrier(desk),
  },
  makeLog('returns'),
);
