import * as z from 'zod';
import type { Applicant, DossierOwner } from '#domain/dossier/dossier.ts';
import * as shape from '#edge/shapes.ts';

export const applicant = z.strictObject({
  name: shape.personName,
  personalNumber: shape.personalNumber,
  phone: shape.vietnamMobile,
  address: shape.text(300),
  email: z.email().max(254).optional(),
  owner: shape.dossierOwner.optional(),
});

/** One dossier's papers and money, whoever hands it in. */
export const papersAndFees = {
  procedure: shape.word(40, 3),
  /** `agent`: the post carries the papers to the department, which files them. */
  intakeMode: z.enum(['agent', 'onestop']).optional(),
  components: z
    .array(
      z.strictObject({
        id: shape.slug,
        copyKind: z.enum(['original', 'certified', 'photocopy']),
        count: z.int().min(1).max(99),
      }),
    )
    .min(1)
    .max(60),
  fees: z.strictObject({ stateFeesVnd: shape.dongs, postageVnd: shape.dongs }),
} as const;

/** What is told at the counter, whether it is entered at once or later. */
export const handedIn = { applicant, ...papersAndFees } as const;

type Told = z.output<typeof applicant>;

/** Absent is absent, not undefined: it is stored as it is. */
export const applicantOf = ({ email, owner, ...told }: Told): Applicant => ({
  ...told,
  ...(email !== undefined && { email }),
  ...(owner && { owner: ownerOf(owner) }),
});

const ownerOf = ({ number, ...owner }: NonNullable<Told['owner']>): DossierOwner => ({
  ...owner,
  ...(number !== undefined && { number }),
});
