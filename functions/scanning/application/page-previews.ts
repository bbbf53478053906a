import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Scan } from '#domain/scan/scan.ts';
import type { PagePreview, PreviewStore } from '#functions/scanning/ports/preview-store.ts';
import { abreast } from './abreast.ts';

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

/** So many are written or taken away at once. */
const atOnce = 8;

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
  await abreast(pictures, atOnce, (picture) => store.keep(picture));
};

export const discardPreviews = async (
  store: PreviewStore,
  pages: readonly ShownPage[],
): Promise<void> => {
  const keys = pages.flatMap((page) => previewSizes.map((size) => previewKey(page, size)));
  await abreast(keys, atOnce, (key) => store.discard(key));
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
