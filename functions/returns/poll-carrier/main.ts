import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { calendars as laidDown } from '#data/calendars.ts';
import { agencies, postOffices, waybillPools } from '#data/province.ts';
import { makeCourierDesk } from '#functions/returns/adapters/courier-desk.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#functions/returns/application/announce-shipment.ts';
import { makeNoteCarrier } from '#functions/returns/application/note-carrier.ts';
import { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import { makeReconcileWaybills } from '#functions/returns/application/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const desk = makeCourierDesk(Env.parse(process.env), { agencies, postOffices });
const calendars = makeCalendars(desk, laidDown);
const record = makeRecordCourierEvent({ ...desk, calendars });

export const handler = makeHandler(
  {
    sweep: makeSweepAnnouncements({ ...desk, announce: makeAnnounceShipment(desk) }),
    poll: makePollCarrier({ ...desk, record }),
    note: makeNoteCarrier(desk),
    reconcile: makeReconcileWaybills({ ...desk, calendars, pools: waybillPools }),
  },
  makeLog('returns'),
  makeCount('returns'),
);
