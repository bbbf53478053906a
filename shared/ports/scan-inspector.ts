import type { ScanMediaType } from '#domain/scan/scan.ts';

/** Warnings for the clerk while the citizen is still at the counter; never refusals. */
export type InspectionFinding = 'blank-page' | 'blurred-page' | 'low-resolution';

export type InspectionRefusal =
  | 'type-mismatch'
  | 'unreadable'
  | 'encrypted-pdf'
  | 'active-content'
  | 'too-many-pages'
  | 'too-many-pixels'
  | 'too-large'
  | 'empty';

export interface Inspection {
  readonly mediaType: ScanMediaType;
  readonly pages: number;
  /** Of an image, in pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly findings: readonly InspectionFinding[];
}

export type InspectionResult =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly refusal: InspectionRefusal };

/** Looks into a stranger's file, under limits of time and memory, before anybody else does. */
export interface ScanInspector {
  inspect(bytes: Uint8Array, declared: ScanMediaType): Promise<InspectionResult>;
}
