import { makeCourierDesk } from '#adapters/courier/courier-desk.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import {
  makeAnnounceShipment,
  makeSweepAnnouncements,
} from '#application/returns/announce-shipment.ts';
import { makeNoteCarrier } from '#application/returns/note-carrier.ts';
import { makePollCarrier } from '#application/returns/poll-carrier.ts';
import { makeReconcileWaybills } from '#application/returns/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#application/returns/record-courier-event.ts';
import { waybillPools } from '#data/province.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const desk = makeCourierDesk(Env.parse(process.env));
const calendars = makeCalendars(desk);
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
