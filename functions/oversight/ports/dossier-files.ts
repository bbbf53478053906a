import type { DossierId } from '#domain/identifiers/dossier-id.ts';

/** Everything that lies in the buckets about a dossier: scans, results, and the pictures of their pages. */
export interface DossierFiles {
  /**
   * Takes all of it away, every version; again is no harm. `locked`: the store still keeps something of it by
   * its own lock, and what is not locked is gone.
   */
  erase(id: DossierId): Promise<'erased' | 'locked'>;
}
