import type { makeSweepAnnouncements } from '#application/returns/announce-shipment.ts';
import type { makePollCarrier } from '#application/returns/poll-carrier.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';

interface Work {
  readonly sweep: ReturnType<typeof makeSweepAnnouncements>;
  readonly poll: ReturnType<typeof makePollCarrier>;
}

/** Runs each minute: first tells the carrier what it was not told, then asks what happened. */
export const makeHandler =
  ({ sweep, poll }: Work, log: Log) =>
  async () => {
    const announced = await sweep();
    if (announced > 0) log.info(codes.shipmentAnnounced, { count: announced });
    const { taken, ignored } = await poll();
    if (taken > 0) log.info(codes.carrierPolled, { count: taken });
    if (ignored > 0) log.info(codes.courierEventIgnored, { count: ignored });
    return { announced, taken, ignored };
  };
