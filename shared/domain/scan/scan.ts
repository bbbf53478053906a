import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { type Instant, type Milliseconds, minutes, plus } from '#domain/time/instant.ts';

export const scanMediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
] as const;
export type ScanMediaType = (typeof scanMediaTypes)[number];

export const pageMediaTypes = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'] as const;

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
    | {
        /** The file is kept under lock: in no view, no manifest, and nobody opens it. */
        readonly state: 'taken-out';
        readonly requestedAt: Instant;
        readonly takenOutAt: Instant;
        readonly takenOut: TakenOutWhy;
      }
    | {
        /** Announced and never judged; it holds nobody up. */
        readonly state: 'abandoned';
        readonly requestedAt: Instant;
        readonly abandonedAt: Instant;
        readonly because: AbandonedBecause;
      }
  );

/**
 * `address-dead`: nothing can be uploaded for it any more. `shown-later`: a file that was announced after
 * it shows its paper. `case-went-on`: the manifest was closed without it.
 */
export const abandonedBecause = ['address-dead', 'shown-later', 'case-went-on'] as const;
export type AbandonedBecause = (typeof abandonedBecause)[number];

/** How long the address of an announced file is good: a batch in files has to send up to a hundred. */
const addressLife = ({ files }: Pick<ScanIntent, 'files'>): Milliseconds => minutes(files ? 30 : 5);

/** When the address of an announced file dies, whoever asks for it once more and how often. */
export const addressEnds = (intent: Pick<ScanIntent, 'files'>, requestedAt: Instant): Instant =>
  plus(requestedAt, addressLife(intent));

export const takenOutWhy = [
  'strangers-paper',
  'wrong-component',
  'scanned-badly',
  'scanned-twice',
] as const;
/** Why a verified file was taken out of its dossier. */
export type TakenOutWhy = (typeof takenOutWhy)[number];

export type VerifiedScan = Extract<Scan, { state: 'verified' }>;

export const isVerified = (scan: Scan): scan is VerifiedScan => scan.state === 'verified';

/** Of what was taken out nobody is shown anything. */
export type ShownScan = Exclude<Scan, { state: 'taken-out' }>;

export const isShown = (scan: Scan): scan is ShownScan => scan.state !== 'taken-out';

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
  /**
   * How many files each party may have in one dossier, by what they are for: the counter before the
   * dossier is filed, and once more for each request for papers; the owning agency for its result; an
   * asked agency for each task. No party can use up another's.
   */
  quota: { filed: 120, supplement: 60, result: 40, opinion: 20 },
  /** Of each of these, how many may wait for their upload at once: whatever closes them closes all. */
  openAtOnce: 30,
  pages: 300,
  /** Of a batch in several files: the last page's message moves them all, one at a time. */
  filesPerBatch: 100,
  bytesPerBatch: 100_000_000,
} as const;
