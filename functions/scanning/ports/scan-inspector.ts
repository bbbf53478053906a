import type { FileRefusal, PageFinding } from '#domain/scan/findings.ts';
import type { ScanMediaType } from '#domain/scan/scan.ts';
import type { PagePreview } from './preview-store.ts';

export type InspectionRefusal = FileRefusal;

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
  /**
   * With the page's number where a file can have several: `blank-page:3`; with the earlier page behind it,
   * `similar-page:5:2`.
   */
  readonly findings: readonly (
    | PageFinding
    | `${PageFinding}:${number}`
    | `similar-page:${number}:${number}`
  )[];
  readonly marks: readonly PageMark[];
}

/** How far a file was looked through: plain data, and enough to go on from there. */
export interface SoFar extends Omit<Inspection, 'mediaType'> {
  /** Of the file; `marks` has one for each page that was looked at. */
  readonly pages: number;
  /** Pages with which later ones are compared. */
  readonly compared: readonly number[];
}

export type InspectionResult =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly refusal: InspectionRefusal }
  /** The time that one message has is over, and pages are left. */
  | { readonly ok: false; readonly refusal: 'unfinished'; readonly soFar: SoFar };

export interface RepeatedPages {
  readonly repeated: readonly number[];
  /** `to`: the earlier page that looks like it. */
  readonly similar: readonly { readonly page: number; readonly to: number }[];
  readonly unchecked: readonly number[];
}

/** Looks into a stranger's file, under limits of time and memory, before anybody else does. */
export interface ScanInspector {
  /**
   * `keep` is handed the picture of every page that was looked at, also of a file that is refused for a
   * later one. `from`: where an inspection of the same bytes ended unfinished; each looks at one page at least.
   */
  inspect(
    bytes: Uint8Array,
    declared: ScanMediaType,
    keep?: (preview: PagePreview) => void,
    from?: SoFar,
  ): Promise<InspectionResult>;
  /**
   * Pages that show an earlier one of the same batch once more. Read again are only those that look
   * alike from afar, one at a time, and not without end: the rest is `unchecked`.
   */
  findRepeated(pages: readonly SeenPage[], read: ReadPage): Promise<RepeatedPages>;
}
