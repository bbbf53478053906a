import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { entitledTo, handingTo } from '#application/entitled.ts';
import { nextWaybill, parcelPool } from '#application/lease-waybill.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { oldPapersDue } from '#domain/dossier/old-papers.ts';
import { agencyOnPapers, knownAs } from '#domain/dossier/paper-number.ts';
import { lastLost } from '#domain/dossier/steps/end-parcel.ts';
import { dispatchParcel } from '#domain/dossier/steps/give-back-papers.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
import type { Instant } from '#domain/time/instant.ts';
import { accountOf } from '#functions/money/application/dossier-account.ts';
import { collectsMore } from '#functions/money/domain/dues.ts';
import { uncollectable } from '#functions/returns/domain/collection.ts';
import type { Recipient, Shipment } from '#functions/returns/domain/shipment.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { Numbers } from '#ports/numbers.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';
import { type AsChosen, asChosen } from './as-chosen.ts';

export interface CreateShipment {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly carrier: string;
  /** Absent: the applicant, where the citizen chose to have it or at the applicant's address. */
  readonly recipient?: Recipient | undefined;
  /** What is still to be paid, and is collected at the door. */
  readonly collectOnDelivery?: Collection | undefined;
  /** Why more is to be collected than the dossier owes. */
  readonly moreThanDue?: string | undefined;
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
  readonly catalogue: Pick<Catalogue, 'procedureVersion' | 'office' | 'agency' | 'placesNamed'>;
  readonly index: DossierIndex;
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
  const found = await loadToAct(deps.ledger, 'send-parcel', request.actor, request.dossierId);
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
  const address = await addressedAndCosting(deps, found.value, request, now);
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

/** What was asked, with what follows from the citizen's own choice. */
type Going = CreateShipment & AsChosen;

/** What no notes make up, or the dossier does not owe. */
const undue = async (
  deps: Deps,
  dossier: Dossier,
  { collectOnDelivery, moreThanDue }: CreateShipment,
): Promise<Refused | undefined> => {
  const odd = uncollectable(collectOnDelivery);
  if (odd || !collectOnDelivery || moreThanDue !== undefined) return odd;
  const { account } = await accountOf(deps, dossier.id);
  return collectsMore(dossier, account, collectOnDelivery);
};

/** To whom, and for no more money than there is a reason for. */
const addressedAndCosting = async (
  deps: Deps,
  stored: StoredDossier,
  asked: CreateShipment,
  now: Instant,
): Promise<Outcome<Omit<Shipment, keyof Parcel>>> => {
  const chosen = await asChosen(deps, stored, asked, now);
  if (!chosen.ok) return chosen;
  const request = { ...asked, ...chosen.value };
  const address = await addressed(deps.ledger, stored, request);
  if (!address.ok) return address;
  const { moreThanDue } = request;
  const excess = await undue(deps, stored.dossier, request);
  return excess ?? done({ ...address.value, ...(moreThanDue !== undefined && { moreThanDue }) });
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
 * to the applicant, the owner or whom they have authorised (QĐ 45/2016 art. 10).
 */
const addressed = async (
  ledger: UnitOfWork,
  stored: StoredDossier,
  { recipient: to, collectOnDelivery, wish }: Going,
): Promise<Outcome<Omit<Shipment, keyof Parcel>>> => {
  const { dossier } = stored;
  const agency = agencyOnPapers(dossier);
  const entitled = await entitledTo(ledger, stored);
  const refused = unfit(entitled, to.name, { collectOnDelivery, agency });
  if (refused) return refused;
  // Another parcel in place of a lost one is the post's to pay (QĐ 45/2016 art. 14).
  if (lastLost(dossier) && (collectOnDelivery?.postageVnd ?? 0) > 0)
    return refuse({ code: 'postage-after-loss' });
  return done({
    dossierId: dossier.id,
    dossierCode: knownAs(dossier),
    office: dossier.office,
    ...(agency !== undefined && { agency }),
    recipient: to,
    ...mayTake(entitled),
    ...(collectOnDelivery && { collectOnDelivery }),
    ...(wish && { wish }),
  });
};

/** Their names alone: no number of an identity document travels with a parcel. */
export const mayTake = (
  entitled: readonly Entitled[],
): Pick<Shipment, 'entitled' | 'authorised'> => {
  const authorised = entitled.find(({ as }) => as === 'authorised');
  return {
    entitled: entitled
      .filter(({ as }) => as !== 'authorised')
      .map(({ as, name }) => ({ as, name })),
    ...(authorised && {
      authorised: { name: authorised.name, reference: authorised.reference ?? '' },
    }),
  };
};

/** Money that is collected must be somebody's; a parcel must be for somebody who may have it. */
const unfit = (
  entitled: readonly Entitled[],
  to: string,
  {
    collectOnDelivery,
    agency,
  }: Pick<CreateShipment, 'collectOnDelivery'> & { readonly agency: string | undefined },
): Refused | undefined => {
  const references = entitled.flatMap(({ reference }) => reference ?? []);
  // The paper is shown at the door, where it is asked for again.
  const may = handingTo(entitled, { name: to, reference: references[0] });
  if (!may.ok) return may;
  return collectOnDelivery && agency === undefined ? refuse({ code: 'agency-unknown' }) : undefined;
};
