import type { ScanMediaType } from '#domain/scan/scan.ts';
import type { InspectionRefusal } from './scan-inspector.ts';

/** RGB, three bytes a pixel, row by row from the upper left. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One page as a reader shows it: turned, placed and laid over each other as the file says, on white. */
export interface PagePicture extends Pixels {
  /** From 1. */
  readonly page: number;
  /** How much of the page is scanned or photographed, 0 to 1; the rest is text, lines and paper. */
  readonly pictured: number;
  /** Pixels an inch of what is pictured, at the size at which it is shown; absent where nobody knows. */
  readonly dpi?: number;
  /**
   * Most of what is written in letters, not pictured, stands on its head; absent where no letter is, or
   * where nobody but their shapes can say.
   */
  readonly isReversed?: boolean;
  /** A picture of the page is missing or cut off. */
  readonly damaged: boolean;
}

/** A page that takes more pixels, memory or time than may be: the file is refused for it. */
export class PageRefused extends Error {
  readonly refusal: InspectionRefusal;
  constructor(refusal: InspectionRefusal, page: number, cause?: unknown) {
    super(`page ${page}: ${refusal}`, { cause });
    this.refusal = refusal;
  }
}

/** A file that a reader opens. */
export interface ShownFile {
  readonly pages: number;
  /**
   * From 1, in the order of reading; drawn when it is asked for, and good until the next one is. Throws
   * {@link PageRefused}.
   */
  readonly at: (page: number) => Promise<PagePicture>;
}

export type Shown =
  | { readonly ok: true; readonly file: ShownFile }
  | { readonly ok: false; readonly refusal: InspectionRefusal };

/** Opens a stranger's file as the readers at the counter and in the department do. */
export type ShowPages = (bytes: Uint8Array, mediaType: ScanMediaType) => Promise<Shown>;

/**
 * Resolution of a page's picture where the file says how large the sheet is, and its long side at most, in
 * pixels: A4 at 150 dpi, a little askew, at which a cover sheet's code and the digits of a form can be told.
 */
export const pictureSize = { longSide: 1_900, dpi: 150 } as const;
