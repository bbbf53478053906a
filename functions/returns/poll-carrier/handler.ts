import type { makeSweepAnnouncements } from '#functions/returns/application/announce-shipment.ts';
import type { makeNoteCarrier } from '#functions/returns/application/note-carrier.ts';
import type { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import type { makeReconcileWaybills } from '#functions/returns/application/reconcile-waybills.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

interface Work {
  readonly sweep: ReturnType<typeof makeSweepAnnouncements>;
  readonly poll: ReturnType<typeof makePollCarrier>;
  readonly note: ReturnType<typeof makeNoteCarrier>;
  readonly reconcile: ReturnType<typeof makeReconcileWaybills>;
}

/**
 * Runs each minute: first tells the carrier what it was not told, then asks what happened, and once a day
 * compares what adds up. Without an account at the carrier it says so and does nothing: parcels stay
 * open, and no alarm is raised.
 */
export const makeHandler = (work: Work, log: Log, count: Count) => async () => {
  const { sweep, poll, note, reconcile } = work;
  if (!(await note())) {
    log.info(codes.carrierNotConfigured);
    return { announced: 0, taken: 0, ignored: 0 };
  }
  const announced = await sweep();
  const says = (code: Parameters<Log['info']>[0], number: number) =>
    number > 0 && log.info(code, { count: number });
  says(codes.shipmentAnnounced, announced);
  const raise = (anomalies: number) => {
    says(codes.waybillsUnreconciled, anomalies);
    if (anomalies > 0) count(counted.waybillUnreconciled, anomalies);
  };
  try {
    const { taken, ignored, unknown } = await poll();
    says(codes.carrierPolled, taken);
    says(codes.courierEventIgnored, ignored);
    raise(unknown);
    return { announced, taken, ignored };
  } finally {
    // Whatever the carrier answers: one that is silent is when parcels do not move.
    raise(await reconcile());
  }
};
