import type { Paper } from '#domain/custody/paper.ts';
import type { DeliveryWish } from '#domain/dossier/chosen-delivery.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Collection, CourierEvent } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import type { LossKnownBy, VoidedWhy } from '#domain/shipment/ended-parcel.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
import type { Expected } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Người nhận: the citizen or who the citizen authorised (QĐ 45/2016 art. 10). Personal data. */
export interface Recipient {
  readonly name: string;
  /** E.164, mobile or landline; absent: none is known, and a failed visit is told by letter. */
  readonly phone?: string;
  readonly address: string;
}

/** Whether the carrier knows of the parcel. Telling it twice is safe: it answers that it knows. */
export type Announcement =
  | { readonly state: 'open' }
  | { readonly state: 'accepted'; readonly at: Instant }
  | { readonly state: 'refused'; readonly at: Instant; readonly why: string };

/** How a parcel ended by our word and not by its news; its reason may name people. */
export type ParcelEnd = {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** How much was told by then. */
  readonly events: number;
} & (
  | { readonly how: 'voided'; readonly why: VoidedWhy }
  | {
      readonly how: 'lost';
      readonly knownBy: LossKnownBy;
      /** Number of the carrier's word, where it came on paper. */
      readonly reference?: string;
    }
);

/** A supervisor's word on a delivery that was flagged. */
export interface DeliveryReview {
  readonly at: Instant;
  readonly by: string;
  readonly finding: string;
  /** How much was told by then. */
  readonly events: number;
}

/** A parcel that carries a result back. Its state is a function of its events, never stored apart. */
export interface Shipment {
  readonly id: ShipmentId;
  /** Rises by one with every write. */
  readonly version: number;
  /** Whose result it carries: a dossier's, or that of an order for one filed elsewhere. */
  readonly dossierId?: DossierId;
  readonly returnOrder?: ReturnOrderId;
  readonly dossierCode: string;
  readonly office: string;
  /** Whose result it is; absent in shipments made before it was kept. */
  readonly agency?: string;
  readonly carrier: string;
  /** S10 (UPU), e.g. `EE123456785VN`. */
  readonly waybill: string;
  readonly recipient: Recipient;
  /** Người nộp and chủ hồ sơ, who may take it whoever it is addressed to; absent from older shipments. */
  readonly entitled?: readonly Pick<Entitled, 'as' | 'name'>[];
  /** The same in older shipments: the applicant, where the parcel is addressed to somebody else. */
  readonly ownerName?: string;
  /** Người được ủy quyền: may take it as well as the recipient. */
  readonly authorised?: { readonly name: string; readonly reference: string };
  /** When the citizen would like it; no promise of the carrier. */
  readonly wish?: DeliveryWish;
  readonly collectOnDelivery?: Collection;
  /** Why more is collected than the dossier owes. */
  readonly moreThanDue?: string;
  /** Thu hồi giấy tờ: old papers that the courier brings back (TT 17/2017). */
  readonly takeBack?: readonly string[];
  /** The same as the dossier's own papers; its label and the carrier have the names. */
  readonly oldPapers?: readonly Paper[];
  /** The procedure lets no result go without them. */
  readonly demandsOldPapers?: true;
  /** Absent in shipments made before the carrier was told. */
  readonly announcement?: Announcement;
  readonly createdAt: Instant;
  readonly events: readonly CourierEvent[];
  /** News of unknown codes between the first and the last, which alone are kept. */
  readonly unknownBetween?: number;
  /** Its carrier says that it has come back; nobody has taken it in since then. */
  readonly awaitedSince?: Instant;
  /** Who had it in hand again at the office. */
  readonly takenIn?: { readonly at: Instant; readonly by: string };
  /** Handed over at the counter instead. */
  readonly pickedUp?: PickUpId;
  /** Huỷ nhãn, báo mất: the waybill is dead, and what is told of it later moves nothing. */
  readonly ended?: ParcelEnd;
  /** What somebody found who looked into how it was handed over; what is told later opens it again. */
  readonly reviewed?: DeliveryReview;
}

/**
 * Who may take a parcel by what is known beside it: a carrier's postman knows names alone. Our own people
 * ask the dossier.
 */
export const entitledOf = (shipment: Shipment): readonly Entitled[] => {
  const { entitled, recipient, ownerName, authorised } = shipment;
  const as = shipment.returnOrder ? 'recipient' : 'applicant';
  return [
    ...(entitled ?? [{ as, name: ownerName ?? recipient.name } as const]),
    ...(authorised ? [{ as: 'authorised', ...authorised } as const] : []),
  ];
};

/** What the courier is to bring back: of an order each name as often as the order has it. */
export const expectedBack = ({ dossierId, oldPapers, takeBack = [] }: Shipment): Expected => {
  if (dossierId) return (oldPapers ?? []).map(({ id: paper, count }) => ({ paper, count }));
  return namedBack(takeBack);
};

export const namedBack = (names: readonly string[]): Expected =>
  [...new Set(names)].map((paper) => ({
    paper,
    count: names.filter((name) => name === paper).length,
  }));

/** Not sent yet, brought back from a closed door, or returned: else the courier has it. */
export const isAtCounter = (shipment: Shipment | undefined): boolean =>
  !shipment ||
  ['label-made', 'attempt-failed', 'returned-to-sender'].includes(
    deliveryState(shipment.events).state,
  );

/** Whose address a parcel bears: a dossier's, or a return order's that is about none of ours. */
export const aboutShipment = ({ dossierId, returnOrder, id }: Shipment): readonly string[] => [
  dossierId ?? returnOrder ?? id,
];
