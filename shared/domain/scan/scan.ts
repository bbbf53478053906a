import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';

export const scanMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanMediaType = (typeof scanMediaTypes)[number];

/** What the device says it will upload; the verified bytes must hash to exactly this. */
export interface ScanIntent {
  readonly id: ScanId;
  /**
   * `papers`: a component of the dossier; `batch`: several, separated by their cover sheets; `result`:
   * the department's signed result; `opinion`: what an agency answers that was asked.
   */
  readonly purpose: 'papers' | 'batch' | 'result' | 'opinion';
  /** The assignment that an opinion answers. */
  readonly assignment?: number;
  /** The procedure's component that this file shows; absent for a batch and what departments write. */
  readonly component?: string;
  /** How many pages the clerk counted in the hand. */
  readonly declaredPages?: number;
  readonly mediaType: ScanMediaType;
  readonly bytes: number;
  /** SHA-256 of the file, 64 lower-case hex digits. */
  readonly sha256: string;
}

/** Pages of a batch that show one component, from 1; the cover sheet lies before `from`. */
export interface ScanPart {
  readonly component: string;
  readonly from: number;
  readonly to: number;
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
        /** Warnings to look at before the citizen leaves: `blank-page`, of a PDF `blank-page:3`. */
        readonly findings: readonly string[];
        /** Of a batch. */
        readonly parts?: readonly ScanPart[];
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

/** The citizen's papers, scanned by the post; the rest is what departments wrote. */
export const isOfCitizen = ({ purpose }: Scan): boolean =>
  purpose === 'papers' || purpose === 'batch';

interface ShownPaper {
  readonly component: string;
  readonly pages: number;
  readonly sha256: string;
}

/** The citizen's papers that may be relied on, whether scanned one by one or as a batch. */
export const papersShown = (scans: readonly Scan[]): readonly ShownPaper[] =>
  scans.filter(isVerified).flatMap((scan) => partsOf(scan).map((part) => shown(scan, part)));

const partsOf = ({ component, pages, parts = [] }: VerifiedScan): readonly ScanPart[] =>
  component === undefined ? parts : [{ component, from: 1, to: pages }];

const shown = ({ sha256 }: VerifiedScan, { component, from, to }: ScanPart): ShownPaper => ({
  component,
  pages: to - from + 1,
  sha256,
});

/** Limits of one upload and one dossier; a land dossier has 5–10 pages of 0.2–1 MB (domain §9). */
export const scanLimits = { bytes: 20_000_000, perDossier: 200, pages: 300 } as const;
