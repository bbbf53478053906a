import type { NationalCopy } from '#functions/portal/domain/drift.ts';
import type { NationalDossier } from '#functions/portal/domain/national-dossier.ts';
import type { ProgressEntry } from '#functions/portal/domain/progress.ts';

/**
 * `refused`: the portal has read it and said no. `unknown`: nobody knows, be it silence, an answer that
 * cannot be read or a door that did not open; pushing it again is safe.
 */
export type PortalOutcome =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string };

export type Lookup =
  | { readonly outcome: 'found'; readonly copy: NationalCopy }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'unknown'; readonly why: string };

/** The national public service portal, as a province's system speaks with it. */
export interface NationalPortal {
  /** Replaces the copy of the code, or makes the first one. */
  put(dossier: NationalDossier, copy: 'new' | 'update'): Promise<PortalOutcome>;
  addProgress(entries: readonly ProgressEntry[]): Promise<PortalOutcome>;
  find(code: string): Promise<Lookup>;
}
