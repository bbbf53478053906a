import type { Authorisation } from '#domain/shipment/pick-up.ts';
import type { Entitled } from '#domain/shipment/receiver.ts';
import type { Applicant } from './dossier.ts';

/**
 * Who may have what a dossier's citizen gets: the applicant, the owner whose matter it is, and whom they have
 * authorised in writing. An enterprise comes in the person of whom it sends (giấy giới thiệu): authorised.
 */
export const entitledToDossier = (
  { name, personalNumber, owner }: Applicant,
  authorised: Pick<Authorisation, 'name' | 'personalNumber' | 'reference'> | undefined,
): readonly Entitled[] => [
  { as: 'applicant', name, number: personalNumber },
  ...(owner?.kind === 'person' ? [ownerOf(owner)] : []),
  ...(authorised
    ? [
        {
          as: 'authorised',
          name: authorised.name,
          number: authorised.personalNumber,
          reference: authorised.reference,
        } as const,
      ]
    : []),
];

const ownerOf = ({ name, number }: NonNullable<Applicant['owner']>): Entitled => ({
  as: 'owner',
  name,
  ...(number !== undefined && { number }),
});
