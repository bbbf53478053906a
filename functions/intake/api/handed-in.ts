import * as z from 'zod';
import { channels } from '#domain/catalogue/channel.ts';
import { copyKinds } from '#domain/custody/paper.ts';
import type { Applicant, DossierOwner } from '#domain/dossier/dossier.ts';
import { numberWarnings, personalNumberWarnings } from '#domain/identifiers/personal-number.ts';
import { phoneWarnings } from '#domain/identifiers/phone.ts';
import * as shape from '#edge/shapes.ts';

export const applicant = z.strictObject({
  name: shape.personName,
  personalNumber: shape.personalNumber,
  /** Absent: the citizen has none, and is written to (QĐ 45/2016/QĐ-TTg art. 16(5): no condition). */
  phone: shape.phoneAsRead.optional(),
  address: shape.text(300),
  email: shape.email.optional(),
  owner: shape.dossierOwner.optional(),
});

/** One dossier's papers and money, whoever hands it in. */
export const papersAndFees = {
  procedure: shape.word(40, 3),
  /** `agent`: the post carries the papers to the department, which files them. */
  intakeMode: z.enum(['agent', 'onestop']).optional(),
  /**
   * Kênh thực hiện. Absent: `postal`, or `direct` where the procedure may not go by post. `agent` is always
   * `postal`; what is entered here as `online` counts as helped by the clerk who enters it.
   */
  channel: z.enum(channels).optional(),
  components: z
    .array(
      z.strictObject({
        id: shape.slug,
        copyKind: z.enum(copyKinds),
        count: z.int().min(1).max(99),
      }),
    )
    .max(60),
  /**
   * Components whose data the clerk read in the public data base that the catalogue names (`dataBase`):
   * neither paper nor scan is needed. Who looked, when and where is recorded.
   */
  fromDataBase: z.array(shape.slug).max(60).optional(),
  /** Cơ quan của xã, phường có thẩm quyền: residence, event or land. Absent: as the owner's address says. */
  commune: shape.slug.optional(),
  /** Trường hợp, an id of the procedure's `cases`. */
  case: shape.slug.optional(),
  /** Sự cố that keeps the portal from taking what is filed online only. */
  incident: shape.text(500).optional(),
  /** Thỏa thuận with the citizen, for a same-day procedure that goes by post. */
  agreement: shape.text(500).optional(),
  fees: z.strictObject({
    /** Absent: what the catalogue asks. Another sum needs `reason`. */
    stateFeesVnd: shape.dongs.optional(),
    postageVnd: shape.dongs,
    reason: shape.text(500).optional(),
    /** Of the original, where the fee is taken by page. */
    pages: z.int().min(1).max(10_000).optional(),
    copies: z.int().min(1).max(1_000).optional(),
  }),
} as const;

/** What is told at the counter, whether it is entered at once or later. */
export const handedIn = { applicant, ...papersAndFees } as const;

type Told = z.output<typeof applicant>;

/** Absent is absent, not undefined: it is stored as it is. */
export const applicantOf = ({ phone, email, owner, ...told }: Told): Applicant => ({
  ...told,
  ...(phone && { phone: phone.phone }),
  ...(email !== undefined && { email }),
  ...(owner && { owner: ownerOf(owner) }),
});

const ownerOf = ({ number, ...owner }: NonNullable<Told['owner']>): DossierOwner => ({
  ...owner,
  ...(number !== undefined && { number }),
});

/** What the clerk looks at again, or reads back to the citizen. */
export const applicantWarnings = [
  ...personalNumberWarnings,
  ...phoneWarnings,
  'phone-missing',
] as const;

export const warningsOf = ({
  personalNumber,
  phone,
}: Told): (typeof applicantWarnings)[number][] => [
  ...numberWarnings(personalNumber),
  ...(phone ? phone.warnings : (['phone-missing'] as const)),
];

/** What every way to open a dossier may refuse. */
export const onHandedIn = [
  'agreement-missing',
  'case-unknown',
  'channel-impossible',
  'amount-not-cash',
  'commune-unclear',
  'component-missing',
  'component-unknown',
  'fee-differs',
  'intake-mode',
  'office-unknown',
  'not-in-data-base',
  'procedure-not-in-force',
  'procedure-unknown',
] as const;
