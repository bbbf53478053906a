import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { Act } from '#domain/dossier/acts.ts';
import { actorName } from '#domain/dossier/record.ts';
import { declareLost, voidParcel } from '#domain/dossier/steps/end-parcel.ts';
import { reissueResult } from '#domain/dossier/steps/lost-result.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import type { Instant } from '#domain/time/instant.ts';
import { loseShipment, voidShipment } from '#functions/returns/domain/end-parcel.ts';
import { orderParcelEnded } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import { recordWrite } from '#ports/records.ts';
import type { Commit, StoredDossier } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';
import { lossEnded } from './loss-ended.ts';
import { orderChange } from './order-change.ts';

interface EndParcel {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
  readonly reason: string;
}

export interface ParcelEnded {
  readonly shipmentId: ShipmentId;
  readonly how: 'voided' | 'lost';
}

interface Deps extends Deciding {
  readonly calendars: Calendars;
  readonly pools: readonly WaybillPool[];
}

/** Where data says nothing of it: more than the longest way in the country takes, there and back. */
const usualSilence = 20;

/** What a parcel's end by our word means for what it carries. */
interface Ending {
  readonly how: ParcelEnded['how'];
  readonly act: Act;
  readonly after: Shipment;
  readonly step: (stored: StoredDossier) => Decision | Promise<Decision>;
}

/** Huỷ nhãn và báo mất: a parcel that ends by our word, with its dossier or its order. */
export const makeEndParcel = (deps: Deps) => ({
  void: (request: EndParcel & { readonly why: VoidedWhy }) =>
    decideOnce<ParcelEnded>(deps, request.idempotency, async (now) => {
      const before = await ownParcel(deps, request);
      if (!before.ok) return before;
      const { why } = request;
      const after = voidShipment(before.value, { ...saidBy(request, now), why });
      if (!after.ok) return after;
      const { id } = before.value;
      return ending(deps, request, before.value, now, {
        how: 'voided',
        act: 'void-parcel',
        after: after.value,
        step: async ({ dossier }) =>
          voidParcel(dossier, id, why, await deps.ledger.history(dossier.id)),
      });
    }),
  lose: (request: EndParcel & { readonly reference?: string | undefined }) =>
    decideOnce<ParcelEnded>(deps, request.idempotency, async (now) => {
      const before = await lostParcel(deps, request);
      if (!before.ok) return before;
      const { id, carrier } = before.value;
      const { reference } = request;
      const pool = deps.pools.find((each) => each.carrier === carrier && each.use === 'parcels');
      const lost = loseShipment(
        before.value,
        { ...saidBy(request, now), ...(reference !== undefined && { reference }) },
        {
          book: await deps.calendars.current(),
          workingDays: pool?.lostAfterWorkingDays ?? usualSilence,
        },
      );
      if (!lost.ok) return lost;
      const { after, knownBy } = lost.value;
      return ending(deps, request, before.value, now, {
        how: 'lost',
        act: 'declare-loss',
        after,
        step: ({ dossier }) => declareLost(dossier, id, knownBy),
      });
    }),
});

const saidBy = ({ actor, reason }: EndParcel, at: Instant) => ({
  at,
  by: actorName(actor),
  reason,
});

const ownParcel = async (
  { ledger }: Deps,
  { actor, shipmentId }: EndParcel,
): Promise<Outcome<Shipment>> => {
  const shipment = await ledger.record(shipmentKind, shipmentId);
  return shipment && isPost(actor) && actor.office === shipment.office
    ? done(shipment)
    : refuse({ code: 'shipment-unknown' });
};

/** A parcel that is lost may be any office's business: a supervisor says so of each. */
const lostParcel = async (deps: Deps, request: EndParcel): Promise<Outcome<Shipment>> => {
  if (request.actor.role !== 'supervisor') return ownParcel(deps, request);
  const shipment = await deps.ledger.record(shipmentKind, request.shipmentId);
  return shipment ? done(shipment) : refuse({ code: 'shipment-unknown' });
};

const ending = async (
  deps: Deps,
  { actor, shipmentId }: EndParcel,
  before: Shipment,
  now: Instant,
  end: Ending,
): Promise<Outcome<Attempt<ParcelEnded>>> => {
  const written = before.returnOrder
    ? await orderEnded(deps, before, now, end)
    : await dossierEnded(deps, actor, before, now, end);
  if (!written.ok) return written;
  const { dossiers = [], records = [] } = written.value;
  return done({
    result: { shipmentId, how: end.how },
    commit: { dossiers, records: [recordWrite(shipmentKind, before, end.after), ...records] },
  });
};

const dossierEnded = async (
  { ledger }: Deps,
  actor: Staff,
  { dossierId }: Shipment,
  now: Instant,
  { act, step }: Ending,
): Promise<Outcome<Pick<Commit, 'dossiers' | 'records'>>> => {
  if (!dossierId) return refuse({ code: 'dossier-unknown' });
  const found = await loadToAct(ledger, act, actor, dossierId);
  if (!found.ok) return found;
  const facts = await step(found.value);
  return facts.ok ? done({ dossiers: [writeOf(found.value, facts.value, { actor, now })] }) : facts;
};

const orderEnded = async (
  { ledger }: Deps,
  { id, returnOrder, waybill }: Shipment,
  now: Instant,
  { how }: Ending,
): Promise<Outcome<Pick<Commit, 'dossiers' | 'records'>>> => {
  const before = returnOrder && (await ledger.record(returnOrderKind, returnOrder));
  if (!before) return refuse({ code: 'return-order-unknown' });
  const after = orderParcelEnded(before, id, how, now);
  return after.ok ? done({ records: orderChange(before, after.value, { waybill, now }) }) : after;
};

export interface ResultReissued {
  readonly dossierId: DossierId;
  readonly version: number;
}

interface ReissueResult {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

/** Cấp lại kết quả: the agency makes anew what was lost; it lies there, for a pouch or another parcel. */
export const makeReissueResult = (deps: Deciding) => (request: ReissueResult) =>
  decideOnce<ResultReissued>(deps, request.idempotency, async (now) => {
    const { actor, dossierId } = request;
    const found = await loadToAct(deps.ledger, 'reissue-result', actor, dossierId);
    if (!found.ok) return found;
    const facts = reissueResult(found.value.dossier, actor.agency ?? '');
    if (!facts.ok) return facts;
    const write = writeOf(found.value, facts.value, { actor, now });
    const { id, version } = write.change.after;
    const records = await lossEnded(deps.ledger, id, { by: actorName(actor), now });
    return done({ result: { dossierId: id, version }, commit: { dossiers: [write], records } });
  });
