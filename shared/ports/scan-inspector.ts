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
}

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
}
