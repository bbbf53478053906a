import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Somebody asks for a one-time code. Holds neither the code, which does not exist yet, nor a phone. */
export interface OtpRequest {
  /** ULID; names this request in the SMS ledger. */
  readonly id: string;
  readonly askedAt: Instant;
  /** Absent when code and secret did not fit: the request is passed on all the same. */
  readonly dossierId?: DossierId;
  /** For a phone session: whom it is sent to is kept under the id (`PhoneAsks`). */
  readonly isOfPhone?: true;
}

/** Hands a request over to who sends the SMS. At least once. */
export interface OtpRequests {
  ask(request: OtpRequest): Promise<void>;
}
