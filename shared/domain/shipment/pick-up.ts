import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { AuthorisationId, PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { ProofOfDelivery } from './proof.ts';

/** Who takes a result: somebody in person, the applicant or the owner, or whom they authorised in writing. */
export type Receiver = 'self' | 'authorised';

/** Ủy quyền nhận kết quả (QĐ 45/2016 art. 10): whom the applicant sends. Personal data. */
export interface Authorisation {
  readonly id: AuthorisationId;
  readonly version: number;
  readonly dossierId: DossierId;
  readonly name: string;
  readonly personalNumber: string;
  /** Number and date of the giấy ủy quyền. */
  readonly reference: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** Trả kết quả tại quầy: the result handed over at the counter, with its proof. Personal data. */
export interface PickUp {
  readonly id: PickUpId;
  readonly version: number;
  /** Of a dossier, or of an order for one filed elsewhere. */
  readonly dossierId?: DossierId;
  readonly returnOrder?: ReturnOrderId;
  readonly office: string;
  readonly receiver: Receiver;
  readonly proof: ProofOfDelivery;
  /** Giấy ủy quyền, where somebody else came. */
  readonly reference?: string;
  readonly handedAt: Instant;
  readonly handedBy: string;
}
