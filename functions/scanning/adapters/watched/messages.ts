import type { ScanMediaType } from '#domain/scan/scan.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import type {
  InspectionResult,
  RepeatedPages,
  SeenPage,
  SoFar,
} from '#functions/scanning/ports/scan-inspector.ts';

interface File {
  readonly bytes: Uint8Array;
  readonly mediaType: ScanMediaType;
}

/** What the thread that looks at files is asked; one thing at a time. */
export type Asked =
  | ({ readonly ask: 'inspect'; readonly from?: SoFar } & File)
  | { readonly ask: 'findRepeated'; readonly pages: readonly SeenPage[] }
  /** In answer to `read`. */
  | ({ readonly ask: 'go on with' } & File);

/** What it says; each word shows that it lives. */
export type Said =
  | { readonly say: 'preview'; readonly preview: PagePreview }
  | { readonly say: 'read'; readonly page: number }
  | { readonly say: 'inspected'; readonly result: InspectionResult }
  | { readonly say: 'compared'; readonly repeated: RepeatedPages }
  /** A defect of ours; nothing that a file should be able to do. */
  | { readonly say: 'failed'; readonly why: string };
