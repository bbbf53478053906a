import type * as z from 'zod';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { makeAnnounceShipment } from '#functions/returns/application/announce-shipment.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import type { CourierMessage } from './contract.ts';

export const makeJudge =
  (announce: ReturnType<typeof makeAnnounceShipment>, log: Log) =>
  async ({ data }: z.output<typeof CourierMessage>): Promise<Verdict> => {
    const outcome = await announce(data.shipment as ShipmentId);
    if (!outcome.ok) return retry(outcome.refusal.code);
    log.info(codes.shipmentAnnounced, { shipmentId: data.shipment, outcome: outcome.value });
    return outcome.value === 'unknown' ? retry('carrier-silent') : settled;
  };
