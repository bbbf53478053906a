import { type Deciding, decideOnce } from '#application/deciding.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minus, minutes } from '#domain/time/instant.ts';
import type { Announcement, Shipment } from '#functions/returns/domain/shipment.ts';
import type {
  CourierDesk,
  OrderOutcome,
  ParcelOrder,
} from '#functions/returns/ports/courier-desk.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly desk: CourierDesk;
  /** Who sends: the agency behind the result, at the post office that hands it to the carrier. */
  readonly senderOf: (shipment: Shipment) => ParcelOrder['sender'];
}

/** `not-configured`: there is no account at the carrier yet; the parcel stays open until there is. */
export type Announced = 'accepted' | 'refused' | 'unknown' | 'settled-before' | 'not-configured';

/**
 * Tells the carrier of a parcel. Unlike an SMS it may be told again: the carrier knows waybill and
 * order number and answers that it has them. So an unknown outcome leaves the announcement open, and
 * whoever comes next, the queue or the minute, tries again.
 */
export const makeAnnounceShipment =
  (deps: Deps) =>
  async (id: ShipmentId): Promise<Outcome<Announced>> => {
    const shipment = await deps.ledger.record(shipmentKind, id);
    if (!shipment) return refuse({ code: 'shipment-unknown' });
    if (shipment.carrier !== deps.desk.carrier || shipment.announcement?.state !== 'open')
      return done('settled-before');
    if (!(await deps.desk.isConfigured())) return done('not-configured');
    const said = await deps.desk.announce(orderOf(shipment, deps.senderOf(shipment)));
    if (said.outcome === 'unknown') return done('unknown');
    // Nobody has written meanwhile, as a rule: the write itself finds out.
    let known: Shipment | undefined = shipment;
    return decideOnce<Announced>(deps, undefined, async (now) => {
      const before = known ?? (await deps.ledger.record(shipmentKind, id));
      known = undefined;
      if (before?.announcement?.state !== 'open')
        return done({ result: 'settled-before', commit: {} });
      const after = {
        ...before,
        version: before.version + 1,
        announcement: announcement(said, now),
      };
      const records = [recordWrite(shipmentKind, before, after)];
      return done({ result: said.outcome, commit: { records } });
    });
  };

const announcement = (
  said: Exclude<OrderOutcome, { outcome: 'unknown' }>,
  at: Instant,
): Announcement =>
  said.outcome === 'accepted' ? { state: 'accepted', at } : { state: 'refused', at, why: said.why };

const orderOf = (shipment: Shipment, sender: ParcelOrder['sender']): ParcelOrder => ({
  waybill: shipment.waybill,
  orderNumber: shipment.dossierCode,
  collect: shipment.collectOnDelivery ?? { stateFeesVnd: 0, codVnd: 0 },
  sender,
  receiver: shipment.recipient,
  takeBack: shipment.takeBack ?? [],
});

interface Sweeping {
  readonly index: DossierIndex;
  readonly ledger: Deciding['ledger'];
  readonly clock: Deciding['clock'];
  readonly desk: CourierDesk;
  readonly announce: ReturnType<typeof makeAnnounceShipment>;
}

/** The queue has a minute to announce a dossier's parcel; after that the sweep does. */
const patience = minutes(1);
const perSweep = 200;
const atOnce = 10;

/**
 * Announces what no message announced: parcels of return orders, which have no dossier's event, and
 * what the queue gave up on. A carrier that answers nobody is left alone until the next minute.
 */
export const makeSweepAnnouncements = (deps: Sweeping) => async (): Promise<number> => {
  const { items } = await deps.index.listed(shipmentKind, deps.desk.carrier, { limit: perSweep });
  let announced = 0;
  for (let from = 0; from < items.length; from += atOnce) {
    const ids = items.slice(from, from + atOnce);
    const outcomes = await Promise.all(ids.map((id) => sweepOne(deps, id as ShipmentId)));
    announced += outcomes.filter((outcome) => outcome === 'accepted').length;
    if (outcomes.every((outcome) => outcome === 'unknown')) break;
  }
  return announced;
};

const sweepOne = async (
  { ledger, clock, announce }: Sweeping,
  id: ShipmentId,
): Promise<Announced | undefined> => {
  const shipment = await ledger.record(shipmentKind, id);
  const isQueues = shipment?.dossierId && shipment.createdAt > minus(clock.now(), patience);
  if (!shipment || isQueues) return undefined;
  const outcome = await announce(id);
  return outcome.ok ? outcome.value : undefined;
};
