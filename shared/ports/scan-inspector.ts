import type { ScanMediaType } from '#domain/scan/scan.ts';

/** Warnings to look at before the citizen leaves; never a refusal. */
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
  readonly width?: number;
  readonly height?: number;
  readonly findings: readonly InspectionFinding[];
}

/** Looks into a stranger's file within limits of time, memory and pixels. */
export interface ScanInspector {
  inspect(
    bytes: Uint8Array,
    declared: ScanMediaType,
  ): Promise<
    | { readonly ok: true; readonly inspection: Inspection }
    | { readonly ok: false; readonly refusal: InspectionRefusal }
  >;
}
