export interface Proof {
  readonly receiverName: string;
  readonly relation: string;
  readonly identityChecked: boolean;
  readonly signatureSha256: string;
  readonly photoSha256: string;
}

export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface Order {
  readonly waybill: string;
  readonly dossierCode: string;
  readonly receiver: Readonly<Record<string, unknown>>;
  readonly sender?: string;
  /** Đồng to collect at the door. */
  readonly codAmount?: number;
  readonly description?: string;
  /** ISO, +07:00. */
  readonly createdAt: string;
}

export interface CarrierEvent {
  /** Grows by one over all orders: what a poll by `lastId` goes by. */
  readonly id: number;
  readonly eventId: string;
  readonly waybill: string;
  readonly code: string;
  /** ISO, +07:00. */
  readonly occurredAt: string;
  readonly place: Place;
  readonly note: string;
  readonly proof?: Proof;
  /** Đồng, what was collected at the door. */
  readonly collected?: { readonly stateFeesVnd: number; readonly codVnd: number };
}

/** One try to deliver a webhook and what came back. */
export interface Delivery {
  readonly eventId: string;
  readonly waybill: string;
  readonly attempt: number;
  readonly at: string;
  /** 0: no answer. */
  readonly status: number;
  readonly answer: string;
}

/** `2026-11-20T08:00:00+07:00`: the carrier writes Vietnam time. */
export const vietnamTime = (instant: number): string =>
  `${new Date(instant + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
