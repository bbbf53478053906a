import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import { takeInParcel } from '#domain/dossier/steps/end-parcel.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { withTakenIn } from '#functions/returns/domain/awaited.ts';
import { takeInOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { isWaitedFor, waybillCaseAfter } from '#functions/returns/domain/waybill-case.ts';
import { returnOrderKind, shipmentKind, waybillCaseKind } from '#functions/returns/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Commit } from '#ports/unit-of-work.ts';

export interface TakeInParcel {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
}

type Taken = Pick<Commit, 'dossiers' | 'records'>;

/**
 * Nhận lại bưu gửi: what a carrier says it brought back is the office's when a clerk there has it in hand and says
 * so, and lies there until it is sent again, fetched, or goes to its agency in a pouch.
 */
export const makeTakeInParcel = (deps: Deciding) => (request: TakeInParcel) =>
  decideOnce<Pick<TakeInParcel, 'shipmentId'>>(deps, request.idempotency, (now) =>
    take(deps, request, now),
  );

const take = async (
  { ledger }: Deciding,
  { actor, shipmentId }: TakeInParcel,
  now: Instant,
): Promise<Outcome<Attempt<Pick<TakeInParcel, 'shipmentId'>>>> => {
  const before = await ledger.record(shipmentKind, shipmentId);
  if (!before || !isPost(actor) || actor.office !== before.office)
    return refuse({ code: 'shipment-unknown' });
  const taken = before.returnOrder
    ? await orderTaken(ledger, before)
    : await dossierTaken(ledger, actor, before, now);
  if (!taken.ok) return taken;
  const { dossiers = [], records = [] } = taken.value;
  const after = withTakenIn(before, { at: now, by: actorName(actor) });
  return done({
    result: { shipmentId },
    commit: {
      dossiers,
      records: [
        ...(after === before ? [] : [recordWrite(shipmentKind, before, after)]),
        ...records,
        ...(await noLongerListed(ledger, after, now)),
      ],
    },
  });
};

const dossierTaken = async (
  ledger: Deciding['ledger'],
  actor: Staff,
  { id, dossierId }: Shipment,
  now: Instant,
): Promise<Outcome<Taken>> => {
  if (!dossierId) return refuse({ code: 'dossier-unknown' });
  const found = await loadToAct(ledger, 'take-back-papers', actor, dossierId);
  if (!found.ok) return found;
  const facts = takeInParcel(found.value.dossier, id);
  return facts.ok ? done({ dossiers: [writeOf(found.value, facts.value, { actor, now })] }) : facts;
};

const orderTaken = async (
  ledger: Deciding['ledger'],
  { id, returnOrder }: Shipment,
): Promise<Outcome<Taken>> => {
  const before = returnOrder && (await ledger.record(returnOrderKind, returnOrder));
  if (!before) return refuse({ code: 'return-order-unknown' });
  const after = takeInOrder(before, id);
  return after.ok ? done({ records: [recordWrite(returnOrderKind, before, after.value)] }) : after;
};

const noLongerListed = async (
  ledger: Deciding['ledger'],
  shipment: Shipment,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  const { waybill: id, carrier } = shipment;
  const listed = await ledger.record(waybillCaseKind, id);
  if (!listed || !isWaitedFor(listed)) return [];
  const closed = waybillCaseAfter(listed, { id, carrier, state: 'resolved' }, shipment, now);
  return closed ? [recordWrite(waybillCaseKind, listed, closed)] : [];
};
