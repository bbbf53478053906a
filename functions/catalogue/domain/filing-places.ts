import type { Agency } from '#domain/catalogue/agency.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';

/** Nơi nộp hồ sơ among the post offices. */
export interface FilingPlace {
  readonly office: PostOffice;
  /** `onestop`: at the counter of who settles it. `agent`: the post carries it there. */
  readonly as: 'onestop' | 'agent';
}

interface Asked {
  readonly procedure: Procedure;
  /** Those in force on the day that is asked about. */
  readonly offices: readonly PostOffice[];
  /** Who settles it for applicants of that office; undefined: nobody does then. */
  readonly ownerAt: (office: PostOffice) => Agency | undefined;
}

/**
 * Post offices that take the procedure. Derived from who sits where, so that it cannot
 * contradict the routing; where the law forbids filing by post, only the owner's own counters remain.
 */
export const filingPlaces = ({ procedure, offices, ownerAt }: Asked): readonly FilingPlace[] => {
  const postal = procedure.ways?.postal?.value;
  const mayBeCarried = postal !== 'none' && postal !== 'result';
  return offices.flatMap((office): readonly FilingPlace[] => {
    const owner = ownerAt(office);
    if (!owner) return [];
    if (office.agencyOfOneStop === owner.id) return [{ office, as: 'onestop' }];
    return mayBeCarried && office.intakeModes.includes('agent') ? [{ office, as: 'agent' }] : [];
  });
};
