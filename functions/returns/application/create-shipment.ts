import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
  writeOf,
} from '#application/deciding.ts';
import { nextWaybill, parcelPool } from '#application/lease-waybill.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { oldPapersDue } from '#domain/dossier/old-papers.ts';
import { agencyOnPapers, knownAs } from '#domain/dossier/paper-number.ts';
import { dispatchParcel } from '#domain/dossier/steps/give-back-papers.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import { isOneOf } from '#domain/shipment/proof.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Recipient, Shipment } from '#functions/returns/domain/shipment.ts';
import { authorisationKind, shipmentKind } from '#functions/returns/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { Numbers } from '#ports/numbers.ts';
import { recordWrite } from '#ports/records.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';

export interface CreateShipment {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly carrier: string;
  /** Absent: the applicant, at the applicant's address. */
  readonly recipient?: Recipient | undefined;
  /** What is still to be paid, and is collected at the door. */
  readonly collectOnDelivery?: Collection | undefined;
}

export interface ShipmentCreated {
  readonly shipmentId: ShipmentId;
  readonly waybill: string;
  readonly dossierVersion: number;
}

/** The parcel that has a waybill. */
export const parcelWith = (ledger: UnitOfWork) => (waybill: string) =>
  ledger.findRecord(shipmentKind, waybill);

/** What of a shipment its making decides, whatever it carries. */
type Parcel = Pick<
  Shipment,
  'id' | 'version' | 'carrier' | 'waybill' | 'announcement' | 'createdAt' | 'events'
>;

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly numbers: Numbers;
  readonly pools: readonly WaybillPool[];
  readonly catalogue: Pick<Catalogue, 'procedureVersion'>;
}

/**
 * Gửi trả kết quả, or the papers of a dossier that ended without one: leases the next waybill of the
 * carrier's pool, opens the shipment and dispatches what is in it, all at once: no waybill without a parcel, no parcel without its dossier.
 */
export const makeCreateShipment = (deps: Deps) => (request: CreateShipment) =>
  decideOnce<ShipmentCreated>(deps, request.idempotency, (now) => dispatch(deps, request, now));

const dispatch = async (
  deps: Deps,
  request: CreateShipment,
  now: Instant,
): Promise<Outcome<Attempt<ShipmentCreated>>> => {
  const found = await loadVisible(deps.ledger, request.actor, request.dossierId);
  if (!found.ok) return found;
  const procedure = procedureOf(deps.catalogue, found.value.dossier);
  if (!procedure.ok) return procedure;
  const { dossier } = found.value;
  const { carrier } = request;
  const pool = parcelPool(deps.pools, carrier);
  if (!pool.ok) return pool;
  const id = deps.ids.next(now) as ShipmentId;
  const sent = (waybill: string) =>
    dispatchParcel(dossier, procedure.value, { shipment: id, carrier, waybill });
  const back = takingBack(dossier, procedure.value);
  const address = await addressed(deps.ledger, found.value, request);
  if (!address.ok) return address;
  // No waybill is taken for a parcel that may not leave.
  const may = sent('');
  if (!may.ok) return may;
  const leased = await nextWaybill(deps, pool.value, {
    holder: dossier.id,
    bearerOf: parcelWith(deps.ledger),
  });
  if (!leased.ok) return leased;
  const waybill = leased.value;
  const facts = sent(waybill);
  if (!facts.ok) return facts;
  const shipment: Shipment = {
    ...address.value,
    ...back,
    id,
    version: 1,
    carrier,
    waybill,
    announcement: { state: 'open' },
    createdAt: now,
    events: [],
  };
  const write = writeOf(found.value, facts.value, { actor: request.actor, now });
  return done({
    result: { shipmentId: id, waybill, dossierVersion: write.change.after.version },
    commit: {
      dossiers: [write],
      records: [recordWrite(shipmentKind, undefined, shipment)],
    },
  });
};

/** Thu hồi giấy tờ: what the citizen still has of what the result replaces (TT 17/2017). */
const takingBack = (
  dossier: Dossier,
  procedure: Procedure,
): Pick<Shipment, 'takeBack' | 'oldPapers' | 'demandsOldPapers'> => {
  const oldPapers = oldPapersDue(dossier, procedure);
  if (oldPapers.length === 0) return {};
  const nameOf = new Map(procedure.components.map(({ id, name }) => [id, name]));
  return {
    oldPapers,
    takeBack: oldPapers.map(({ id }) => nameOf.get(id) ?? id),
    ...(procedure.result.demandsOldPapers && { demandsOldPapers: true }),
  };
};

/**
 * What the parcel takes over from its dossier: whose it is, who may take it, what it costs. It is addressed
 * to the applicant or to whom the applicant has authorised (QĐ 45/2016 art. 10).
 */
const addressed = async (
  ledger: UnitOfWork,
  { dossier, applicant }: StoredDossier,
  { recipient, collectOnDelivery }: CreateShipment,
): Promise<Outcome<Omit<Shipment, keyof Parcel>>> => {
  const { name, phone, address } = applicant;
  const { authorisation } = dossier;
  const agency = agencyOnPapers(dossier);
  const other = authorisation && (await ledger.record(authorisationKind, authorisation));
  const to = recipient ?? { name, phone, address };
  const isOwn = isOneOf(to.name, [name]);
  const refused = unfit(to.name, [name, ...(other ? [other.name] : [])], {
    collectOnDelivery,
    agency,
  });
  if (refused) return refused;
  return done({
    dossierId: dossier.id,
    dossierCode: knownAs(dossier),
    office: dossier.office,
    ...(agency !== undefined && { agency }),
    recipient: to,
    ...(!isOwn && { ownerName: name }),
    ...(other && { authorised: { name: other.name, reference: other.reference } }),
    ...(collectOnDelivery && { collectOnDelivery }),
  });
};

/** Money that is collected must be somebody's; a parcel must be for somebody who may have it. */
const unfit = (
  to: string,
  mayTake: readonly string[],
  {
    collectOnDelivery,
    agency,
  }: Pick<CreateShipment, 'collectOnDelivery'> & { readonly agency: string | undefined },
): Refused | undefined => {
  if (!isOneOf(to, mayTake)) return refuse({ code: 'receiver-not-authorised' });
  return collectOnDelivery && agency === undefined ? refuse({ code: 'agency-unknown' }) : undefined;
};
