import type { ScanMediaType } from '#domain/scan/scan.ts';

export type InspectionRefusal =
  | 'type-mismatch'
  | 'unreadable'
  | 'encrypted-pdf'
  | 'active-content'
  | 'too-many-pages'
  | 'too-many-pixels'
  | 'too-large'
  | 'empty';

/** What the separation of a batch must know of a page. */
export interface PageMark {
  /** False: its picture could not be taken, and it may be anything. */
  readonly inspected: boolean;
  readonly blank: boolean;
  /** Texts of the cover sheet codes on it. */
  readonly codes: readonly string[];
  /** How it looks from afar; only where its repetition would be a mistake: no blank, no cover sheet. */
  readonly fingerprint?: string;
}

export interface SeenPage {
  readonly page: number;
  readonly fingerprint: string;
}

export type ReadPage = (
  page: number,
) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: ScanMediaType }>;

export interface Inspection {
  readonly mediaType: ScanMediaType;
  readonly pages: number;
  /** Of an image, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /**
   * Warnings for the clerk while the citizen is still at the counter; never refusals: `blank-page`,
   * `blurred-page`, `low-resolution`, `upside-down-page`, `duplicate-page`, `page-not-inspected`; of
   * a PDF with the page's number, `blank-page:3`.
   */
  readonly findings: readonly string[];
  readonly marks: readonly PageMark[];
}

export type InspectionResult =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly refusal: InspectionRefusal };

/** Looks into a stranger's file, under limits of time and memory, before anybody else does. */
export interface ScanInspector {
  inspect(bytes: Uint8Array, declared: ScanMediaType): Promise<InspectionResult>;
  /**
   * Pages that show an earlier one of the same batch once more. Read again are only those that look
   * alike from afar, one at a time, and not without end: the rest is `unchecked`.
   */
  findRepeated(
    pages: readonly SeenPage[],
    read: ReadPage,
  ): Promise<{ readonly repeated: readonly number[]; readonly unchecked: readonly number[] }>;
}
