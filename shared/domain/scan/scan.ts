import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';

export const scanMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanMediaType = (typeof scanMediaTypes)[number];

/** What the device says it will upload; the verified bytes must hash to exactly this. */
export interface ScanIntent {
  readonly id: ScanId;
  /**
   * `papers`: a component of the dossier; `result`: the department's signed result; `opinion`: what
   * an agency answers that was asked.
   */
  readonly purpose: 'papers' | 'result' | 'opinion';
  /** The assignment that an opinion answers. */
  readonly assignment?: number;
  /** The procedure's component that this file shows; absent for a result. */
  readonly component?: string;
  readonly mediaType: ScanMediaType;
  readonly bytes: number;
  /** SHA-256 of the file, 64 lower-case hex digits. */
  readonly sha256: string;
}

/**
 * A scan made by postal staff is a *bản chụp*: without the official's signature it is not a
 * *bản sao điện tử* (TT 01/2023/TT-VPCP).
 */
export type Scan = ScanIntent &
  (
    | { readonly state: 'quarantined'; readonly requestedAt: Instant }
    | {
        readonly state: 'verified';
        readonly requestedAt: Instant;
        readonly verifiedAt: Instant;
        readonly pages: number;
        /** Warnings to look at before the citizen leaves: blank, blurred, low resolution. */
        readonly findings: readonly string[];
      }
    | {
        readonly state: 'rejected';
        readonly requestedAt: Instant;
        readonly rejectedAt: Instant;
        readonly why: string;
      }
  );

export type VerifiedScan = Extract<Scan, { state: 'verified' }>;

export const isVerified = (scan: Scan): scan is VerifiedScan => scan.state === 'verified';

/** Limits of one upload and one dossier; a land dossier has 5–10 pages of 0.2–1 MB (domain §9). */
export const scanLimits = { bytes: 20_000_000, perDossier: 200, pages: 300 } as const;
