import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { CatalogueVersion } from '#domain/catalogue/publication.ts';
import type { Holding } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import type { Party } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { LimitFlag } from '#domain/limits/warnings.ts';
import type { Scan } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Assignment } from './assignments.ts';
import type { CaseStatus } from './case-status.ts';
import type { ChosenDelivery } from './chosen-delivery.ts';
import type { Circumstances } from './circumstances.ts';
import type { Correction } from './correction.ts';
import type { Filing } from './filing.ts';
import type { PaymentRequest } from './payment.ts';

/** A component (thành phần hồ sơ) as counted at the counter. */
export type DeclaredComponent = Paper;

/** Đồng, whole. Phí and lệ phí belong to the State, cước to the post: never one amount. */
export interface FeesTaken {
  readonly stateFeesVnd: number;
  readonly postageVnd: number;
}

/** Nhập sau: taken on a paper slip while the line was down (domain §10.10). */
export interface BackEntry {
  /** Số tạm, which stays the citizen's for ever. */
  readonly number: TemporaryNumber;
  readonly takenAt: Instant;
  /** The clerk confirmed that the papers were complete when they were taken. */
  readonly wasComplete: boolean;
  readonly enteredAt: Instant;
}

/** Phiếu gửi hồ sơ: the contract of carriage; no filing yet (QĐ 45/2016 art. 6). */
export interface Slip {
  /** Số phiếu gửi (S10). */
  readonly number: string;
  readonly agency: string;
  readonly issuedAt: Instant;
  /** J + n: when the department must have it in hand. */
  readonly handoverBy: Instant;
  /** J + 2n: when the citizen must have the appointment; absent on slips of before it was watched. */
  readonly appointmentBy?: Instant;
  /** What the date of result would be if it were handed over at the last moment. */
  readonly provisionalDueAt?: Instant;
  readonly manifestHash: string;
}

export interface Acceptance {
  /** Mã hồ sơ. */
  readonly code: string;
  readonly acceptedAt: Instant;
  /**
   * `receipt`: the term begins once the competent agency has received what was taken in without regard to
   * boundaries (NĐ 118/2025 art. 17(3), NĐ 309/2026 art. 8(3)); `dueAt` supposes the usual transfer until then.
   */
  readonly startsOn: 'counter' | 'receipt';
  /** When the competent agency had it, where the term begins with that. */
  readonly receivedAt?: Instant;
  /** Ngày hẹn trả; absent where the law sets no time limit. */
  readonly dueAt?: Instant;
  readonly calendarVersions: readonly string[];
  /** The publication that agency, code and date follow from. */
  readonly catalogueVersion: CatalogueVersion;
  /** When the paper must be at the department: NĐ 118/2025 art. 18(2). */
  readonly transferBy: Instant;
  /** SHA-256 of `manifestText`. */
  readonly manifestHash: string;
}

/** Where a dossier lies at its department; `approving`: a leader is to say yes or no. */
export type Inbox =
  | 'on-its-way'
  | 'waiting'
  | 'working'
  | 'approving'
  | 'with-citizen'
  | 'withdrawing'
  | 'stopped'
  | 'closed';

export interface DepartmentSide {
  readonly agency: string;
  /** `with-citizen`: the department has asked for papers or a payment and waits. */
  readonly inbox: Inbox;
  /** When it must be there while it is on its way. */
  readonly arriveBy?: Instant;
  readonly receivedAt?: Instant;
  readonly acknowledgedAt?: Instant;
  readonly lease?: Lease;
  /** Rises by one with every lease; a write with an older number is fenced off. */
  readonly leaseNo: number;
}

export interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02): one consolidated list. */
export interface Supplement {
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  /** Last day for the citizen. */
  readonly answerBy: VietnamDay;
  /** Asked too late: the day until which it should have been. */
  readonly askBy?: VietnamDay;
  readonly receivedAt?: Instant;
}

export interface SupplementItem extends DeclaredComponent {
  /** What is wrong or missing, for the citizen to read. */
  readonly reason: string;
}

export interface CaseDecision {
  readonly outcome: 'approved' | 'refused';
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  /** Where two persons must stand behind it: who proposed it. */
  readonly proposedBy?: string;
  readonly resultScan: ScanId;
  readonly reason?: string;
}

/** Hẹn lại: the department could not keep the first date. */
export interface Extension {
  readonly reason: string;
  readonly previousDueAt: Instant;
  readonly extendedAt: Instant;
}

/** Kéo dài theo luật: the law itself gave more time. */
export interface GivenProlongation {
  /** Which of its procedure's. */
  readonly prolongation: string;
  /** The article, as it is printed. */
  readonly ground: string;
  readonly reason: string;
  /** Number and day of the written agreement with the citizen. */
  readonly agreement?: string;
  readonly previousDueAt: Instant;
  readonly dueAt: Instant;
  readonly prolongedAt: Instant;
}

/** How a dossier ended without a decision on its merits, or stands still. */
export interface Ending {
  readonly why:
    | 'reception-refused'
    | 'withdrawn'
    | 'department'
    | 'supplement-expired'
    | 'payment-expired';
  readonly reason: string;
  readonly at: Instant;
}

export interface Delivery {
  readonly shipment: ShipmentId;
  readonly carrier: string;
  readonly waybill: string;
  readonly deliveredAt?: Instant;
  /** What lies in it; absent where it was not counted in. */
  readonly papers?: readonly Paper[];
  /** The citizen was told that it waits at the post office. */
  readonly heldAt?: Instant;
  /** Told to have come back. */
  readonly returnedAt?: Instant;
  /** So its carrier says, who answers for it until somebody here has taken it in. */
  readonly awaited?: true;
  /** In the hands of the office that had sent it: another parcel, a pick-up or a pouch may follow. */
  readonly takenInAt?: Instant;
  /** The courier's word on the old papers is taken in: it is said once. */
  readonly oldPapersStated?: true;
  /** Of papers of an ended dossier, in place of a result: who gets them again if nobody takes them. */
  readonly backTo?: Party;
  /** It had ended, and what lay in it was handed on since: its carrier's word no longer moves it. */
  readonly handedOn?: true;
  /** The label was voided before anybody carried it. */
  readonly voidedAt?: Instant;
  /** Báo mất: declared lost, with what lay in it. */
  readonly lostAt?: Instant;
}

/** Papers that a handed-over result replaces and that the citizen still had. */
export interface OldPapers {
  /** When the result changed hands. */
  readonly since: Instant;
  readonly taken: readonly Paper[];
  readonly lost: readonly Paper[];
  readonly outstanding: readonly Paper[];
}

/** Why nothing of a dossier may be erased, whatever its class says. */
export interface Hold {
  readonly reason: string;
  readonly laidAt: Instant;
  readonly laidBy: string;
}

/** Hồ sơ. Holds no personal data: that is {@link Applicant}, kept beside it and erasable alone. */
export interface Dossier extends Filing {
  readonly id: DossierId;
  /** Number of the last event; each commit names the version that it read. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly office: string;
  readonly intakeMode: IntakeMode;
  readonly procedure: { readonly code: string; readonly version: string };
  readonly components: readonly DeclaredComponent[];
  readonly circumstances: Circumstances;
  readonly fees: FeesTaken;
  /** When the counter took the papers. */
  readonly registeredAt: Instant;
  readonly backEntry?: BackEntry;
  readonly scans: readonly Scan[];
  /** Where every sheet is: the custody machine, apart from the case. */
  readonly custody: readonly Holding[];
  /** The pouch that the papers are packed in. */
  readonly pouch?: PouchId;
  readonly slip?: Slip;
  readonly acceptance?: Acceptance;
  readonly department?: DepartmentSide;
  readonly supplements: readonly Supplement[];
  /** What the citizen was asked to pay; the last one may be open. */
  readonly payments?: readonly PaymentRequest[];
  readonly extension?: Extension;
  /** In the order in which they were given. */
  readonly prolongations?: readonly GivenProlongation[];
  /** When the department stood still by its own word; the last one may still run. */
  readonly stops?: readonly { readonly from: Instant; readonly to?: Instant }[];
  readonly ending?: Ending;
  /** Which limits somebody was warned of, in the order of the warnings. */
  readonly flags?: readonly LimitFlag[];
  /** Waits for a leader. */
  readonly proposal?: CaseDecision;
  /** What other agencies are asked for: consultations and the legs of a liên thông. */
  readonly assignments: readonly Assignment[];
  readonly decision?: CaseDecision;
  /** What the counter said and the citizen did not heed. */
  readonly warnings?: readonly string[];
  /** Another post office, to which the citizen brings the papers that were asked for. */
  readonly guestOffice?: string;
  /** Đính chính, in the order in which they came. */
  readonly corrections: readonly Correction[];
  /** Version of the event by which the applicant's phone was last corrected. */
  readonly contactCorrectedAt?: number;
  /** How the citizen wants the result, in place of what was said at the counter. */
  readonly chosenDelivery?: ChosenDelivery;
  /** The last parcel; those before it came back to the agency. */
  readonly delivery?: Delivery;
  readonly earlierDeliveries?: readonly Delivery[];
  /** Handed over at the counter. */
  readonly pickUp?: { readonly id: PickUpId; readonly handedAt: Instant };
  /** Thu hồi giấy tờ: what came of the papers that the result replaces. */
  readonly oldPapers?: OldPapers;
  /** Ủy quyền nhận kết quả: who else may take the result. */
  readonly authorisation?: AuthorisationId;
  /** Lệnh giữ hồ sơ: stands until another supervisor lifts it. */
  readonly hold?: Hold;
  /** Hết thời hạn lưu trữ: what it told of people is gone, or going. */
  readonly retention?: { readonly endedAt: Instant; readonly filesErasedAt?: Instant };
}

/** Người nộp hồ sơ. Personal data (NĐ 356/2025): never in an event, a message or a log. */
export interface Applicant {
  readonly name: string;
  readonly personalNumber: string;
  /**
   * E.164, the phone that gets the SMS, or is called where it is a landline; it may belong to somebody else
   * (domain §10.12). Absent: the citizen has none and is written to.
   */
  readonly phone?: string;
  readonly address: string;
  readonly email?: string;
  /** Absent: the applicant files for themselves. */
  readonly owner?: DossierOwner;
}

/** Chủ hồ sơ: whose matter it is, where somebody files for a child, a neighbour or an enterprise. */
export interface DossierOwner {
  /** Loại đối tượng. */
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly address: string;
  /** Số định danh cá nhân, or an organisation's mã số thuế. */
  readonly number?: string;
}
