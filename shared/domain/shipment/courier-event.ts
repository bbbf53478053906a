import type { Instant } from '#domain/time/instant.ts';
import type { ProofOfDelivery } from './proof.ts';
import type { TakeBackLine } from './take-back.ts';

/** What happened to a parcel, whatever the carrier calls it. */
export type CourierEventKind =
  /** The carrier knows of the parcel and does not have it yet. */
  | 'announced'
  | 'posted'
  | 'departed'
  | 'arrived'
  | 'held'
  | 'out-for-delivery'
  | 'attempt-failed'
  | 'delivered'
  | 'returning'
  | 'returned-to-sender'
  | 'lost'
  | 'damaged'
  | 'unknown';

/** Thu hộ, đồng: what belongs to the State and what belongs to others, never in one sum. Carriers tell two sums; we know four purses. */
export interface Collection {
  /** Phí and lệ phí. */
  readonly stateFeesVnd: number;
  /** Of these lệ phí, where it is said. */
  readonly chargeVnd?: number | undefined;
  /** COD: postage and other people's money. */
  readonly codVnd: number;
  /** Of this cước, where it is said. */
  readonly postageVnd?: number | undefined;
}

/** Why a told time cannot be one of this parcel's life. */
export const outsides = ['before-the-parcel', 'in-the-future'] as const;
export type OutOfLife = (typeof outsides)[number];

export interface CourierEvent {
  /** Unique for the carrier; the same id is the same event. */
  readonly id: string;
  readonly kind: CourierEventKind;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Who told it; absent in events told before it was kept. */
  readonly toldBy?: string;
  /** Kept and shown, and moves nothing. Judged once, when it was told. */
  readonly outOfLife?: OutOfLife;
  /** The carrier's own code, kept for disputes. */
  readonly rawCode: string;
  /** Where, in the carrier's words. */
  readonly place?: string;
  readonly attemptReason?: string;
  readonly proof?: ProofOfDelivery;
  /** What was collected at the door. */
  readonly collected?: Collection;
  /** Thu hồi giấy tờ: which old papers were taken at the door, or why not. */
  readonly takeBack?: readonly TakeBackLine[];
}
