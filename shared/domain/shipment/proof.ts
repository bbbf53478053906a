import { searchKey } from '#domain/identifiers/person-name.ts';
import type { Entitled } from './receiver.ts';

/** What was shown and signed when the result changed hands (TT 17/2017). Personal data. */
export interface ProofOfDelivery {
  readonly receiverName?: string;
  readonly relation?: string;
  /** Giấy ủy quyền that was shown, where somebody else than the recipient came. */
  readonly reference?: string;
  /** True: somebody compared the receiver with an identity document. */
  readonly identityChecked: boolean;
  readonly signatureSha256?: string;
  readonly photoSha256?: string;
  /** As whom our own people found the receiver to be entitled, when they handed it over. */
  readonly receivedAs?: Entitled['as'];
}

/** A proof names who took the result and says that a document was looked at. Without it: no status 10. */
export const isProven = (proof: ProofOfDelivery | undefined): boolean =>
  proof?.identityChecked === true && searchKey(proof.receiverName ?? '') !== '';

/** Of two proofs of one delivery: the one that says more; the first where both say as much. */
export const betterProof = (
  first: ProofOfDelivery | undefined,
  second: ProofOfDelivery | undefined,
): ProofOfDelivery | undefined => {
  if (!first || !second) return first ?? second;
  return !isProven(first) && isProven(second) ? second : first;
};
