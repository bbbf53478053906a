import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
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

const env = Env.parse(process.env);
const log = makeLog('returns');
const count = makeCount('returns');

const polling = byCatalogueIn(
  env,
  log,
)(({ province }) => {
  const desk = makeCourierDesk(env, province);
  const calendars = makeCalendars(desk, province.calendars);
  const pools = province.waybillPools;
  const record = makeRecordCourierEvent({ ...desk, calendars, pools });
  return makeHandler(
    {
      sweep: makeSweepAnnouncements({ ...desk, announce: makeAnnounceShipment(desk) }),
      poll: makePollCarrier({ ...desk, record }),
      note: makeNoteCarrier(desk),
      reconcile: makeReconcileWaybills({ ...desk, calendars, pools }),
    },
    log,
    count,
  );
});

export const handler = async () => (await polling())();
