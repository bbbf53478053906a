import type { Applicant } from '#domain/dossier/dossier.ts';
import type { NumberWatch } from '#domain/dossier/number-watch.ts';
import { erasedText } from '#domain/history/sealed-text.ts';
import type { Authorisation, PickUp } from '#domain/shipment/pick-up.ts';
import type { ProofOfDelivery } from '#domain/shipment/proof.ts';

/** In place of whom a dossier was about, once its retention has ended. */
export const nobody: Applicant = {
  name: erasedText,
  personalNumber: erasedText,
  address: erasedText,
};

/** What was signed and shown stays by its hashes; who it was goes. */
export const proofOfNobody = (proof: ProofOfDelivery): ProofOfDelivery => {
  const { receiverName, relation: _, reference: __, ...rest } = proof;
  return { ...rest, ...(receiverName !== undefined && { receiverName: erasedText }) };
};

export const authorisationOfNobody = (authorisation: Authorisation): Authorisation => ({
  ...authorisation,
  version: authorisation.version + 1,
  name: erasedText,
  personalNumber: erasedText,
  reference: erasedText,
});

export const pickUpOfNobody = ({ reference: _, ...pickUp }: PickUp): PickUp => ({
  ...pickUp,
  version: pickUp.version + 1,
  proof: proofOfNobody(pickUp.proof),
});

export const watchOfNobody = ({ previous: _, ...watch }: NumberWatch): NumberWatch => ({
  ...watch,
  version: watch.version + 1,
});
