import type { Commit, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

/** A use case as it would go, with nothing written. */
export interface Rehearsal {
  /** Reads what is there; what is committed stays in hand and is told to be durable. */
  readonly ledger: UnitOfWork;
  /** The dossier as the act would leave it; undefined where it has changed none. */
  readonly after: (before: StoredDossier) => StoredDossier | undefined;
}

/**
 * For a look at what an act would leave: the act's own use case runs over it, so that whatever it would be
 * refused for is said already. No key, number or claim is used up.
 */
export const rehearse = (real: UnitOfWork): Rehearsal => {
  let would: Commit | undefined;
  return {
    ledger: {
      ...real,
      commit: async (commit) => {
        would = commit;
        return { ok: true };
      },
    },
    after: (before) => {
      const write = would?.dossiers?.find(({ change }) => change.after.id === before.dossier.id);
      return (
        write && {
          ...before,
          dossier: write.change.after,
          applicant: write.applicant ?? before.applicant,
        }
      );
    },
  };
};
