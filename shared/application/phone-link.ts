import type { Applicant } from '#domain/dossier/dossier.ts';
import type { PhoneLink } from '#domain/dossier/phone-link.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { isMobile } from '#domain/identifiers/phone.ts';
import type { Instant } from '#domain/time/instant.ts';
import { phoneLinkKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly seals: Pick<Seals, 'mac'>;
}

/**
 * The link from the applicant's phone to this dossier, to be committed with it; again is no harm. A landline
 * takes no one-time code, so nobody would ever come by it.
 */
export const phoneLink = async (
  { ledger, seals }: Deps,
  of: {
    readonly dossierId: DossierId;
    readonly applicant: Pick<Applicant, 'phone'>;
    readonly at: Instant;
  },
): Promise<readonly RecordWrite[]> => {
  if (of.applicant.phone === undefined || !isMobile(of.applicant.phone)) return [];
  const phone = await seals.mac('phone', of.applicant.phone);
  const id = `${phone}#${of.dossierId}`;
  // A number may come back to a dossier that it was taken from.
  if (await ledger.record(phoneLinkKind, id)) return [];
  const link: PhoneLink = { id, version: 1, phone, dossierId: of.dossierId, linkedAt: of.at };
  return [recordWrite(phoneLinkKind, undefined, link)];
};
