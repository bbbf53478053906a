import type { Collection } from '#domain/shipment/courier-event.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import { instantOf } from '#edge/iso-time.ts';
import { kindOfVnpostCode } from '#functions/returns/domain/vnpost-codes.ts';

interface ReportedProof {
  readonly receiverName?: string | undefined;
  readonly relation?: string | undefined;
  readonly reference?: string | undefined;
  readonly identityChecked: boolean;
  readonly signatureSha256?: string | undefined;
  readonly photoSha256?: string | undefined;
}

interface ReportedEvent {
  readonly code: string;
  readonly occurredAt: string;
  readonly note?: string | undefined;
  readonly proof?: ReportedProof | undefined;
  readonly collected?: Collection | undefined;
  readonly takeBack?: readonly TakeBackLine[] | undefined;
}

/** The event that somebody reports, whoever it is. */
export const courierEvent = (
  id: string,
  { code, occurredAt, note, proof, collected, takeBack }: ReportedEvent,
) => ({
  id,
  kind: kindOfVnpostCode(code),
  rawCode: code,
  occurredAt: instantOf(occurredAt),
  ...(note !== undefined && { attemptReason: note }),
  ...(proof && { proof: proofOf(proof) }),
  ...(collected && {
    collected: collectionOf(collected),
  }),
  ...(takeBack && {
    takeBack: takeBack.map(({ paper, outcome, count }) => ({ paper, outcome, count })),
  }),
});

const collectionOf = ({ stateFeesVnd, codVnd, chargeVnd, postageVnd }: Collection): Collection => ({
  stateFeesVnd,
  codVnd,
  ...(chargeVnd !== undefined && { chargeVnd }),
  ...(postageVnd !== undefined && { postageVnd }),
});

/** Only what is there: `undefined` is not stored, and neither is what nobody asked for. */
export const proofOf = (proof: ReportedProof) => ({
  identityChecked: proof.identityChecked,
  ...(proof.receiverName !== undefined && { receiverName: proof.receiverName }),
  ...(proof.relation !== undefined && { relation: proof.relation }),
  ...(proof.reference !== undefined && { reference: proof.reference }),
  ...(proof.signatureSha256 !== undefined && { signatureSha256: proof.signatureSha256 }),
  ...(proof.photoSha256 !== undefined && { photoSha256: proof.photoSha256 }),
});
