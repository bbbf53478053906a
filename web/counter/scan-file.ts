import { type ScanMediaType, scanMediaTypes } from '#domain/scan/scan.ts';

/** Why a file is not sent at all. */
export type Unfit = 'heic' | 'media-type' | 'too-large' | 'empty';

const byEnding: Readonly<Record<string, ScanMediaType>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
};

const endingOf = ({ name }: Pick<File, 'name'>): string =>
  name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** As the browser says, or where it does not know, as the name ends. */
export const mediaTypeOf = (file: Pick<File, 'name' | 'type'>): ScanMediaType | undefined =>
  scanMediaTypes.find((type) => type === file.type) ?? byEnding[endingOf(file)];

/** What is refused before it is sent, so that nobody waits for it. */
export const unfitBecause = (
  file: Pick<File, 'name' | 'type' | 'size'>,
  most: number,
): Unfit | undefined => {
  if (/hei[cf]/i.test(file.type) || /^hei[cf]$/.test(endingOf(file))) return 'heic';
  if (!mediaTypeOf(file)) return 'media-type';
  if (file.size === 0) return 'empty';
  return file.size > most ? 'too-large' : undefined;
};
