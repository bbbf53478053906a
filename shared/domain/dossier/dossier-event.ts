import type { Role } from '#domain/actor/actor.ts';
import type { Channel } from '#domain/catalogue/channel.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Holder } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Party, Verdict } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { LimitFact } from '#domain/limits/limit-fact.ts';
import type { AbandonedBecause, JudgedPage, ScanIntent, ScanPart } from '#domain/scan/scan.ts';
import type { Receiver } from '#domain/shipment/pick-up.ts';
import type { TextClass } from '#domain/sight/text-class.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AssignmentFact } from './assignment-fact.ts';
import type { ChosenDelivery } from './chosen-delivery.ts';
import type { Circumstances } from './circumstances.ts';
import type { CorrectionFact } from './correction-fact.ts';
import type {
  Acceptance,
  BackEntry,
  CaseDecision,
  DeclaredComponent,
  FeesTaken,
  Slip,
  Supplement,
} from './dossier.ts';
import type { PaymentFact } from './payment-fact.ts';
import type { RetentionFact } from './retention-fact.ts';

/** What happened to a dossier, in the past tense. Ids and facts only, no personal data. */
export type DossierFact =
  | {
      readonly type: 'dossier-registered';
      readonly id: DossierId;
      readonly office: string;
      readonly intakeMode: IntakeMode;
      /** Kênh thực hiện; `postal` in facts of before it was told. */
      readonly channel: Channel;
      /** Staff id; who helped to file online. */
      readonly helpedBy?: string;
      readonly procedure: { readonly code: string; readonly version: string };
      readonly components: readonly DeclaredComponent[];
      readonly circumstances: Circumstances;
      readonly fees: FeesTaken;
      /** Took effect when the papers were taken, and was recorded when they were entered. */
      readonly backEntry?: Pick<BackEntry, 'number' | 'wasComplete'>;
    }
  | { readonly type: 'scan-requested'; readonly scan: ScanIntent }
  | {
      readonly type: 'scan-verified';
      readonly scanId: ScanId;
      readonly pages: number;
      readonly findings: readonly string[];
      /** Of a batch. */
      readonly parts?: readonly ScanPart[];
    }
  | { readonly type: 'page-judged'; readonly scanId: ScanId; readonly page: JudgedPage }
  | { readonly type: 'scan-rejected'; readonly scanId: ScanId; readonly why: string }
  | {
      readonly type: 'scan-abandoned';
      readonly scanId: ScanId;
      readonly because: AbandonedBecause;
    }
  | ({ readonly type: 'slip-issued'; readonly office: string } & Slip)
  | { readonly type: 'papers-packed'; readonly pouch: PouchId }
  | { readonly type: 'papers-unpacked'; readonly pouch: PouchId }
  | {
      /** One line of a Biên bản giao nhận, signed by both sides. */
      readonly type: 'papers-counted';
      readonly pouch: PouchId;
      readonly from: Party;
      readonly to: Holder;
      readonly verdict: Verdict;
      readonly found: readonly Paper[];
      readonly extra: readonly Paper[];
      readonly giver: string;
      readonly receiver: string;
      readonly remark?: string;
    }
  | {
      readonly type: 'papers-missed';
      readonly pouch: PouchId;
      readonly from: Party;
      readonly papers: readonly Paper[];
    }
  | {
      readonly type: 'papers-recovered';
      readonly papers: readonly Paper[];
      readonly how: 'found' | 'replaced';
      readonly at: Party;
      /** Of what was lost in a pouch, who found it: whoever wrote this has seen it too. */
      readonly giver?: string;
    }
  | {
      readonly type: 'papers-taken-back';
      readonly papers: readonly Paper[];
      readonly office: string;
      /** From the carrier of this parcel; absent where our own courier brought them. */
      readonly shipment?: ShipmentId;
    }
  | {
      readonly type: 'papers-given-back';
      readonly papers: readonly Paper[];
      readonly office: string;
      readonly signatureSha256: string;
    }
  | {
      /** Thu hồi giấy tờ (TT 17/2017): which old papers the citizen gave back, and which not. */
      readonly type: 'old-papers-reported';
      readonly to: Holder;
      readonly taken: readonly Paper[];
      /** Báo mất: nobody waits for them. */
      readonly lost: readonly Paper[];
      readonly outstanding: readonly Paper[];
      /** The parcel whose news it is. */
      readonly shipment?: ShipmentId;
    }
  | ({
      readonly type: 'dossier-accepted';
      readonly agency: string;
      readonly office: string;
    } & Acceptance)
  | { readonly type: 'department-reached'; readonly agency: string }
  | {
      readonly type: 'lease-granted';
      readonly leaseNo: number;
      readonly holder: string;
      readonly until: Instant;
    }
  | { readonly type: 'lease-extended'; readonly leaseNo: number; readonly until: Instant }
  | { readonly type: 'lease-released'; readonly leaseNo: number }
  | {
      /** The leader took it from who is not there; the fence went on, so that nothing of theirs is taken any more. */
      readonly type: 'lease-taken-back';
      readonly leaseNo: number;
      readonly holder: string;
      readonly reason: string;
      readonly takenBackBy: string;
    }
  | {
      readonly type: 'dossier-acknowledged';
      readonly leaseNo: number;
      readonly manifestHash: string;
    }
  | ({
      readonly type: 'supplement-requested';
      readonly leaseNo: number;
      readonly agency: string;
    } & Omit<Supplement, 'receivedAt'>)
  | {
      readonly type: 'supplement-received';
      readonly manifestHash: string;
      /** Where the papers were brought; absent in old events: the dossier's own office. */
      readonly office?: string;
      readonly dueAt?: Instant;
      readonly calendarVersions: readonly string[];
    }
  | { readonly type: 'warning-recorded'; readonly text: string }
  | { readonly type: 'office-joined'; readonly office: string }
  | {
      readonly type: 'reception-refused';
      readonly agency: string;
      readonly reason: string;
      readonly refusedBy: string;
      readonly refusedAt: Instant;
    }
  | { readonly type: 'withdrawal-requested'; readonly reason: string }
  | { readonly type: 'withdrawal-granted' }
  | {
      readonly type: 'dossier-stopped';
      readonly agency: string;
      readonly why: 'department' | 'supplement-expired' | 'payment-expired';
      readonly reason: string;
      readonly stoppedBy: string;
    }
  | {
      readonly type: 'dossier-resumed';
      readonly dueAt?: Instant;
      readonly calendarVersions: readonly string[];
    }
  | {
      readonly type: 'deadline-extended';
      readonly leaseNo: number;
      readonly agency: string;
      readonly reason: string;
      readonly dueAt: Instant;
      readonly previousDueAt: Instant;
      readonly extendedBy: string;
      /** Why a leader allowed it once more. */
      readonly override?: string;
    }
  | {
      readonly type: 'deadline-prolonged';
      readonly leaseNo: number;
      readonly agency: string;
      readonly prolongation: string;
      readonly ground: string;
      readonly reason: string;
      readonly dueAt: Instant;
      readonly previousDueAt: Instant;
      readonly prolongedBy: string;
      readonly agreement?: string;
    }
  | {
      readonly type: 'late-answer-admitted';
      readonly agency: string;
      readonly of: 'papers' | 'payment';
      readonly reason: string;
      /** The day that had passed. */
      readonly lastDay: VietnamDay;
      readonly answerBy: VietnamDay;
      readonly admittedBy: string;
    }
  | {
      readonly type: 'dossier-transferred';
      readonly why: 'mis-routed' | 'reorganisation';
      readonly from: string;
      readonly to: string;
      /** The same as `to`: whose queue it goes to. */
      readonly agency: string;
      readonly reason: string;
      /** When it must be there (NĐ 118/2025 art. 18(2)); absent in old events. */
      readonly transferBy?: Instant;
    }
  | ({ readonly type: 'decision-proposed'; readonly leaseNo: number } & CaseDecision)
  | { readonly type: 'proposal-returned'; readonly reason: string; readonly returnedBy: string }
  | AssignmentFact
  | CorrectionFact
  | PaymentFact
  | LimitFact
  | RetentionFact
  | {
      readonly type: 'deadline-reannounced';
      readonly dueAt: Instant;
      readonly previousDueAt: Instant;
      readonly calendarVersions: readonly string[];
      /** The calendar amendment that moved it, or `receipt-by-competent-agency`. */
      readonly amendment: string;
    }
  | ({
      readonly type: 'dossier-decided';
      readonly leaseNo: number;
      readonly agency: string;
    } & CaseDecision)
  | {
      readonly type: 'result-dispatched';
      readonly shipment: ShipmentId;
      readonly carrier: string;
      readonly waybill: string;
      /** What goes along, and out of whose hands; absent in old events. */
      readonly papers?: readonly { readonly from: Party; readonly papers: readonly Paper[] }[];
    }
  | {
      readonly type: 'result-delivered';
      readonly shipment: ShipmentId;
      readonly deliveredAt: Instant;
    }
  // The numbers themselves are personal data: beside the dossier, never in its history.
  | { readonly type: 'contact-corrected'; readonly why: ContactCorrection }
  | { readonly type: 'result-held'; readonly shipment: ShipmentId; readonly heldAt: Instant }
  | {
      readonly type: 'result-returned-to-agency';
      readonly shipment: ShipmentId;
      readonly returnedAt: Instant;
      /** The carrier has it until somebody takes it in; absent in old events: it was booked to the agency at once. */
      readonly awaited?: true;
    }
  | {
      /** Papers of a dossier that ended without a result (domain §10.9). */
      readonly type: 'papers-dispatched';
      readonly shipment: ShipmentId;
      readonly carrier: string;
      readonly waybill: string;
      readonly papers: readonly { readonly from: Party; readonly papers: readonly Paper[] }[];
      /** Who gets them again if nobody takes them. */
      readonly backTo: Party;
    }
  | {
      readonly type: 'papers-delivered';
      readonly shipment: ShipmentId;
      readonly deliveredAt: Instant;
    }
  | { readonly type: 'papers-held'; readonly shipment: ShipmentId; readonly heldAt: Instant }
  | {
      readonly type: 'papers-came-back';
      readonly shipment: ShipmentId;
      readonly returnedAt: Instant;
      /** As with a result; absent in old events: they were booked at once to whoever had sealed the parcel. */
      readonly awaited?: true;
    }
  | {
      readonly type: 'papers-picked-up';
      readonly pickUp: PickUpId;
      readonly receiver: Receiver;
      readonly handedAt: Instant;
      readonly proofSha256: string;
      readonly papers: readonly { readonly from: Holder; readonly papers: readonly Paper[] }[];
    }
  | {
      /** The end of a parcel, told again with another time: nobody is told of it anew. */
      readonly type: 'parcel-time-corrected';
      readonly shipment: ShipmentId;
      readonly end: 'deliveredAt' | 'returnedAt';
      readonly at: Instant;
    }
  | { readonly type: 'recipient-authorised'; readonly authorisation: AuthorisationId }
  | ({ readonly type: 'delivery-chosen' } & Omit<ChosenDelivery, 'chosenAt'>)
  | {
      /** Texts that lay beside earlier events are gone; the chain stands as it was. */
      readonly type: 'texts-erased';
      readonly kept: TextClass;
      /** Versions of the events. */
      readonly events: readonly number[];
    }
  | {
      readonly type: 'result-picked-up';
      readonly pickUp: PickUpId;
      readonly receiver: Receiver;
      readonly handedAt: Instant;
      /** SHA-256 of the record of the handing over, names and all. */
      readonly proofSha256: string;
      /** What changed hands, and out of whose; absent in old events: out of every hand that had any. */
      readonly papers?: readonly { readonly from: Holder; readonly papers: readonly Paper[] }[];
    };

/** How the counter learned that the phone is another. */
export type ContactCorrection = 'wrong-number' | 'number-changed' | 'citizen-asked';

export type FactType = DossierFact['type'];

/** A fact as recorded: event, audit entry and outbox row at once. */
export interface DossierEvent {
  readonly dossierId: DossierId;
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly recordedAt: Instant;
  /** When it happened; before `recordedAt` for offline and courier facts. */
  readonly effectiveAt: Instant;
  /** `staff:<sub>`, `citizen:<dossier>`, `system:<worker>` or `carrier:<id>`. */
  readonly actor: string;
  /** In which role a member of staff did it; absent from what was written before it was recorded. */
  readonly capacity?: Role;
  readonly fact: DossierFact;
}

/** An event with its place in the dossier's hash chain (SHA-256, hex). */
export interface ChainedEvent extends DossierEvent {
  readonly prevHash: string;
  readonly hash: string;
}
