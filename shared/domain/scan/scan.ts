import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';

export const scanMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanMediaType = (typeof scanMediaTypes)[number];

export const pageMediaTypes = ['image/jpeg', 'image/png'] as const;

/** A page of a batch that the scanner wrote as a file of its own. */
export interface PageFile {
  readonly mediaType: (typeof pageMediaTypes)[number];
  readonly bytes: number;
  readonly sha256: string;
}

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
  /** `multipart/mixed`: a batch in several files. */
  readonly mediaType: ScanMediaType | 'multipart/mixed';
  /** Of several files the sum. */
  readonly bytes: number;
  /** SHA-256 of the file, 64 lower-case hex digits; of several files that of their {@link pageListText}. */
  readonly sha256: string;
  /** Of a batch in several files: a page each, in the order of the feeder. */
  readonly files?: readonly PageFile[];
}

/** A line a page: what the hash of a batch in several files is taken of. */
export const pageListText = (files: readonly PageFile[]): string =>
  files.map(({ sha256, bytes }) => `${sha256} ${bytes}\n`).join('');

/** A page as the inspection saw it. */
export interface BatchPage {
  /** False: its picture could not be taken; it may be a cover sheet. */
  readonly inspected: boolean;
  readonly blank: boolean;
  readonly codes: readonly string[];
}

/** The verifier's word on one page of a batch in several files; it waits for the other pages. */
export type JudgedPage = { readonly page: number } & (
  | { readonly refusal: string }
  | {
      /** Codes without a page number. */
      readonly findings: readonly string[];
      readonly mark: BatchPage;
      /** How the page looks from afar, to tell which pages may be one page twice. */
      readonly fingerprint?: string;
    }
);

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
    | {
        readonly state: 'quarantined';
        readonly requestedAt: Instant;
        /** Of a batch in several files, in the order in which they were judged. */
        readonly judged?: readonly JudgedPage[];
      }
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

export const legalKinds = ['bản chụp', 'bản điện tử của cơ quan'] as const;

/** What a scan is in law, by who made it: the post makes no *bản sao điện tử* (TT 01/2023/TT-VPCP). */
export const legalKindOf = (scan: Scan): (typeof legalKinds)[number] =>
  isOfCitizen(scan) ? 'bản chụp' : 'bản điện tử của cơ quan';

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
export const scanLimits = {
  bytes: 20_000_000,
  perDossier: 200,
  pages: 300,
  /** Of a batch in several files: the last page's message moves them all, one at a time. */
  filesPerBatch: 100,
  bytesPerBatch: 100_000_000,
} as const;
