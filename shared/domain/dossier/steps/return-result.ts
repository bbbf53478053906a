import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type Holder, heldBy, lacking, shared } from '#domain/custody/holding.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { AuthorisationId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { ParcelOutcome } from '#domain/shipment/outcome.ts';
import type { Receiver } from '#domain/shipment/pick-up.ts';
import { refusedHandOver, type TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Delivery, Dossier } from '../dossier.ts';
import type { DossierFact } from '../dossier-event.ts';
import { handing } from '../handing.ts';
import { asExpected, oldPapersDue, reportOldPapers, withCitizen } from '../old-papers.ts';
import { holderOf } from '../parcel-ways.ts';
import { stillOwed } from './handover.ts';
import { type Decision, forbidden } from './step.ts';

export interface Dispatch {
  readonly shipment: ShipmentId;
  readonly carrier: string;
  readonly waybill: string;
}

/**
 * The result leaves for the citizen, and with it the originals that come back with it, off the shelf of the
 * office that sends it: what the agency has comes to the office in a pouch first. A second parcel only where the
 * first came back; none while a pouch has the papers.
 */
export const dispatchResult = (
  dossier: Dossier,
  procedure: Procedure,
  dispatch: Dispatch,
): Decision => {
  const refused = forbidden('dispatch', dossier.status);
  if (refused) return refused;
  if (isUnderWay(dossier))
    return refuse({ code: 'step-not-allowed', state: 'dispatched', step: 'dispatch' });
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  const papers = goingAlong(dossier, procedure);
  const hasResult = papers.some((some) => some.papers.some(({ id }) => id === resultPaper.id));
  return hasResult
    ? handing(dossier, [{ type: 'result-dispatched', ...dispatch, papers }])
    : refuse({ code: 'papers-elsewhere' });
};

/** A parcel has left and has not ended yet, whatever is in it. */
export const isUnderWay = ({ delivery }: Dossier): boolean =>
  delivery !== undefined && delivery.returnedAt === undefined && delivery.deliveredAt === undefined;

/** The carrier has the last parcel: under way, or told to have come back and taken in by nobody. */
export const isWithCarrier = (dossier: Dossier): boolean =>
  isUnderWay(dossier) || dossier.delivery?.awaited === true;

/** What is owed and not with the citizen yet, as far as the office that gives it to the carrier has it. */
export const goingAlong = (dossier: Dossier, procedure: Procedure) => {
  const office: Party = { kind: 'office', id: dossier.office };
  return allocateFrom(dossier, [office], stillOwed(dossier, procedure));
};

/** Of what is wanted, what each of these hands has, none of it twice. */
export const allocateFrom = <H extends Holder>(
  { custody }: Dossier,
  hands: readonly H[],
  wanted: readonly Paper[],
) => {
  let left = wanted;
  return hands.flatMap((from) => {
    const papers = shared(heldBy(custody, from), left);
    left = lacking(papers, left);
    return papers.length > 0 ? [{ from, papers }] : [];
  });
};

/** What the courier was sent to bring back, and whose courier it is. */
export interface AtDoor {
  readonly oldPapers: readonly Paper[];
  readonly by: 'our-courier' | 'carrier';
}

/**
 * What the parcel's news means for the dossier: status 10 only on proof of delivery to the citizen,
 * status 9 again where it turns out to have gone back. The same news changes nothing, and neither
 * does news of an earlier parcel or of one that was picked up at the counter.
 */
export const concludeDelivery = (
  dossier: Dossier,
  shipment: ShipmentId,
  parcel: ParcelOutcome,
  door?: AtDoor,
): Decision => {
  const { delivery, earlierDeliveries = [], pickUp } = dossier;
  const isOurs = [...earlierDeliveries, delivery].some((each) => each?.shipment === shipment);
  if (!isOurs) return refuse({ code: 'shipment-unknown' });
  if (delivery?.shipment !== shipment || pickUp) return done([]);
  // Papers of an ended dossier arrive in whatever status it is by then.
  const refused = delivery.backTo ? undefined : forbidden('deliver', dossier.status);
  if (refused) return refused;
  if (isAgainstCustody(dossier, parcel)) return done([]);
  return handing(dossier, [
    ...factsOf(delivery, parcel),
    ...(door ? takenAtDoor(dossier, parcel, door) : []),
  ]);
};

/**
 * An ended parcel is told to have ended otherwise, and what lay in it has been handed on since, or is packed:
 * two have signed for that, and the carrier's word alone moves nothing.
 */
export const isAgainstCustody = (dossier: Dossier, { outcome }: ParcelOutcome): boolean => {
  const { delivery, custody, pouch } = dossier;
  const isOther =
    (outcome === 'delivered' && delivery?.returnedAt !== undefined) ||
    (outcome === 'returned-to-agency' && delivery?.deliveredAt !== undefined);
  if (!delivery || !isOther) return false;
  // Others of its kind may lie there by now: what it brought is no longer known by counting.
  if (delivery.handedOn || delivery.takenInAt !== undefined) return true;
  const there = heldBy(custody, holderOf(dossier, delivery));
  return pouch !== undefined || lacking(there, delivery.papers ?? []).length > 0;
};

const factsOfResult = {
  delivered: 'result-delivered',
  held: 'result-held',
  cameBack: 'result-returned-to-agency',
} as const;
const factsOfPapers = {
  delivered: 'papers-delivered',
  held: 'papers-held',
  cameBack: 'papers-came-back',
} as const;

const factsOf = (delivery: Delivery, parcel: ParcelOutcome): readonly DossierFact[] => {
  const { shipment, heldAt, backTo } = delivery;
  const type = backTo ? factsOfPapers : factsOfResult;
  switch (parcel.outcome) {
    case 'delivered': {
      const { at: deliveredAt } = parcel;
      return ended(
        delivery,
        'deliveredAt',
        { type: type.delivered, shipment, deliveredAt },
        parcel,
      );
    }
    case 'returned-to-agency': {
      const { at: returnedAt } = parcel;
      const cameBack = { type: type.cameBack, shipment, returnedAt, awaited: true } as const;
      return ended(delivery, 'returnedAt', cameBack, parcel);
    }
    case 'held':
      // Told once a parcel: every further visit ends at the same office.
      return heldAt === undefined ? [{ type: type.held, shipment, heldAt: parcel.at }] : [];
    case 'under-way':
      return [];
  }
};

/**
 * A carrier is heard even where it says nothing of them; what it says later is taken in once. Its
 * postman brings them to the office that sent the parcel, which takes them in.
 */
const takenAtDoor = (
  dossier: Dossier,
  parcel: ParcelOutcome,
  { oldPapers, by }: AtDoor,
): readonly DossierFact[] => {
  const { delivery, office } = dossier;
  if (parcel.outcome !== 'delivered' || !delivery || delivery.oldPapersStated) return [];
  const { takeBack: lines } = parcel;
  if (!lines && delivery.deliveredAt !== undefined) return [];
  const source = lines && { shipment: delivery.shipment };
  return reportOldPapers(withCitizen(dossier, oldPapers), {
    lines,
    to:
      by === 'carrier'
        ? { kind: 'carrier', id: delivery.shipment }
        : { kind: 'courier', id: office },
    ...source,
  });
};

/** Two reports of one end at two times: the time is put right, and nobody is told a second time. */
const ended = (
  { shipment, ...known }: Delivery,
  end: 'deliveredAt' | 'returnedAt',
  first: DossierFact,
  { at }: { readonly at: Instant },
): readonly DossierFact[] => {
  if (known[end] === undefined) return [first];
  return known[end] === at ? [] : [{ type: 'parcel-time-corrected', shipment, end, at }];
};

/** Ủy quyền nhận kết quả (QĐ 45/2016 art. 10). A later paper replaces the one before. */
export const authoriseRecipient = (dossier: Dossier, authorisation: AuthorisationId): Decision =>
  forbidden('authorise-recipient', dossier.status) ??
  done([{ type: 'recipient-authorised', authorisation }]);

/** Huỷ ủy quyền: nobody is sent any more. */
export const revokeRecipient = ({ status, authorisation }: Dossier): Decision => {
  const refused = forbidden('authorise-recipient', status);
  if (refused) return refused;
  return authorisation
    ? done([{ type: 'authorisation-revoked', authorisation }])
    : refuse({ code: 'authorisation-unknown' });
};

export interface HandOver {
  readonly pickUp: PickUpId;
  readonly receiver: Receiver;
  readonly handedAt: Instant;
  readonly proofSha256: string;
}

export interface AtCounter {
  /** False: the courier has the parcel. */
  readonly isAtCounter: boolean;
  /** Thu hồi giấy tờ: what the clerk took, and what not. */
  readonly takeBack?: readonly TakeBackLine[] | undefined;
}

/**
 * Whose papers are handed over at the dossier's counter: what lies in the parcel that waits there, which is
 * handed over whole, then what lies on its shelf. What the agency still has comes to the office in a pouch
 * first.
 */
export const atCounter = ({ office, delivery }: Dossier): readonly Holder[] => [
  ...(delivery ? [{ kind: 'carrier', id: delivery.shipment } as const] : []),
  { kind: 'office', id: office },
];

/** Trả kết quả tại quầy, from the office's shelf: never out of a parcel or a pouch under way. */
export const pickUpResult = (
  dossier: Dossier,
  procedure: Procedure,
  handOver: HandOver,
  { isAtCounter, takeBack: lines }: AtCounter,
): Decision => {
  const refused = forbidden('pick-up', dossier.status);
  if (refused) return refused;
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  if (!isAtCounter || dossier.delivery?.awaited) return refuse({ code: 'result-under-way' });
  const papers = allocateFrom(dossier, atCounter(dossier), [
    resultPaper,
    ...(dossier.delivery?.papers ?? []).filter(({ id }) => id !== resultPaper.id),
  ]);
  if (!papers.some((some) => some.papers.some(({ id }) => id === resultPaper.id)))
    return refuse({ code: 'papers-elsewhere' });
  const due = oldPapersDue(dossier, procedure);
  const isDemanded = procedure.result.demandsOldPapers === true;
  const unfit = refusedHandOver(asExpected(due), lines, isDemanded);
  if (unfit) return unfit;
  const to: Holder = { kind: 'office', id: dossier.office };
  return handing(dossier, [
    { type: 'result-picked-up', ...handOver, papers },
    ...reportOldPapers(due, { lines, to }),
  ]);
};
