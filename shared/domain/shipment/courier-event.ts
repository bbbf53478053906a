import type { Instant } from '#domain/time/instant.ts';

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

/** Proof that the citizen has it: who took it, and that the postman looked (TT 17/2017). */
export interface ProofOfDelivery {
  readonly receiverName: string;
  readonly relation?: string;
  readonly identityChecked: boolean;
  readonly signatureSha256?: string;
  readonly photoSha256?: string;
}

export interface CourierEvent {
  /** Unique for the carrier; the same id is the same event. */
  readonly id: string;
  readonly kind: CourierEventKind;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The carrier's own code, kept for disputes. */
  readonly rawCode: string;
  /** Where, in the carrier's words. */
  readonly place?: string;
  readonly attemptReason?: string;
  readonly proof?: ProofOfDelivery;
}
