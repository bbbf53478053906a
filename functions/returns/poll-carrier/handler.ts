import type { makeSweepAnnouncements } from '#application/returns/announce-shipment.ts';
import type { makeNoteCarrier } from '#application/returns/note-carrier.ts';
import type { makePollCarrier } from '#application/returns/poll-carrier.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';

interface Work {
  readonly sweep: ReturnType<typeof makeSweepAnnouncements>;
  readonly poll: ReturnType<typeof makePollCarrier>;
  readonly note: ReturnType<typeof makeNoteCarrier>;
}

/**
 * Runs each minute: first tells the carrier what it was not told, then asks what happened. Without an
 * account at the carrier it says so and does nothing: parcels stay open, and no alarm is raised.
 */
export const makeHandler =
  ({ sweep, poll, note }: Work, log: Log) =>
  async () => {
    if (!(await note())) {
      log.info(codes.carrierNotConfigured);
      return { announced: 0, taken: 0, ignored: 0 };
    }
    const announced = await sweep();
    if (announced > 0) log.info(codes.shipmentAnnounced, { count: announced });
    const { taken, ignored } = await poll();
    if (taken > 0) log.info(codes.carrierPolled, { count: taken });
    if (ignored > 0) log.info(codes.courierEventIgnored, { count: ignored });
    return { announced, taken, ignored };
  };
