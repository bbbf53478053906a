import type { RecordKind } from '#ports/records.ts';
import { dueAt, type NationalSync } from './domain/sync.ts';

/**
 * How a dossier (its id) stands with the national portal. What is pending is listed by its next try
 * and by its age; what was rejected by agency and altogether.
 */
export const nationalSyncKind: RecordKind<NationalSync> = {
  name: 'national-sync',
  place: (sync) => {
    const { state, agency, since } = sync;
    if (state === 'pushed') return { names: [] };
    const isPending = state === 'pending';
    return {
      names: [],
      list: isPending
        ? { name: 'pending', at: dueAt(sync) }
        : { name: `rejected#${agency}`, at: since },
      secondList: { name: isPending ? 'pending-since' : 'rejected', at: since },
    };
  },
};
