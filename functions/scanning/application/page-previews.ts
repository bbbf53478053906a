import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Scan } from '#domain/scan/scan.ts';
import type { PagePreview, PreviewStore } from '#functions/scanning/ports/preview-store.ts';

/** A page of a file: `page` from 1, `sha256` of the file's bytes. */
export interface ShownPage {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
  readonly sha256: string;
  readonly page: number;
}

export const previewSizes = ['image', 'thumbnail'] as const;

/** The hash of what it shows stands in the key: a picture of other bytes is never found under it. */
export const previewKey = (
  { dossierId, scanId, sha256, page }: ShownPage,
  size: (typeof previewSizes)[number],
): string => `${dossierId}/${scanId}/${sha256}/${page}-${size}.jpg`;

/** So many are written at once. */
const abreast = 8;

export const keepPreviews = async (
  store: PreviewStore,
  file: Omit<ShownPage, 'page'>,
  previews: readonly PagePreview[],
): Promise<void> => {
  const pictures = previews.flatMap((preview) =>
    previewSizes.map((size) => ({
      key: previewKey({ ...file, page: preview.page }, size),
      bytes: preview[size],
      shows: file.sha256,
    })),
  );
  for (let at = 0; at < pictures.length; at += abreast)
    await Promise.all(pictures.slice(at, at + abreast).map((picture) => store.keep(picture)));
};

export const discardPreviews = async (
  store: PreviewStore,
  pages: readonly ShownPage[],
): Promise<void> => {
  for (const page of pages)
    await Promise.all(previewSizes.map((size) => store.discard(previewKey(page, size))));
};

/** Whose page it is that a reader turns to: of a batch in several files, each page is a file's first. */
export const shownPage = (dossierId: DossierId, scan: Scan, page: number): ShownPage => {
  const file = scan.files?.[page - 1];
  return {
    dossierId,
    scanId: scan.id,
    sha256: file?.sha256 ?? scan.sha256,
    page: file ? 1 : page,
  };
};
