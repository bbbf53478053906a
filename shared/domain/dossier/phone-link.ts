import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * That a dossier was once of a telephone. Only leads to it: whoever reads compares the number that the
 * dossier has now, so that one that was corrected shows nothing to its former holder.
 */
export interface PhoneLink {
  /** `<keyed hash of the number>#<dossier>` */
  readonly id: string;
  readonly version: number;
  readonly phone: string;
  readonly dossierId: DossierId;
  readonly linkedAt: Instant;
}
