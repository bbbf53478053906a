import { filingKey } from '#application/person-links.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import { numberOfMatter } from '#domain/dossier/person-link.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import { filingKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/** A dossier that the same person handed in before, for the clerk to ask after: never a refusal. */
export interface EarlierFiling {
  readonly dossierId: DossierId;
  /** As its papers have it: mã hồ sơ, slip, or its id. */
  readonly number: string;
  readonly status: CaseStatus;
  readonly registeredAt: Instant;
}

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record' | 'load'>;
  readonly seals: Pick<Seals, 'mac'>;
}

/** Not of a dossier whose owner was corrected since: that would tell one person of another. */
export const earlierFiling = async (
  deps: Deps,
  of: {
    readonly office: string;
    readonly applicant: Pick<Applicant, 'personalNumber' | 'owner'>;
    readonly procedure: string;
  },
): Promise<EarlierFiling | undefined> => {
  const id = await filingKey(deps, of);
  const last = id === undefined ? undefined : await deps.ledger.record(filingKind, id);
  const stored = last && (await deps.ledger.load(last.dossierId));
  if (!stored || numberOfMatter(stored.applicant) !== numberOfMatter(of.applicant))
    return undefined;
  const { dossier } = stored;
  const { id: dossierId, status, registeredAt } = dossier;
  return { dossierId, number: knownAs(dossier), status, registeredAt };
};
