import type { Sharp as Reading } from 'sharp';
import type { Sharp } from './load-sharp.ts';
import type { Place } from './tiff-pages.ts';

export interface ReadImageDeps {
  readonly sharp: Sharp;
  readonly mostPixels: number;
}

/** libvips's words for a picture of which the end, or a piece in the middle, is missing. */
const missing = /premature end|not enough data|Read error|libpng read error|truncated|corrupt/i;

/** Its header alone shows that it is larger than anybody may unpack. */
export const isOverPixelLimit = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('exceeds pixel limit');

/**
 * Reads with the greatest care, and with less where the complaint is one that no reader minds, as of
 * stray bytes between two markers: throws for a picture that shows less than it should.
 */
export const readCarefully = async <T>(
  { sharp, mostPixels }: ReadImageDeps,
  { bytes, place }: { readonly bytes: Uint8Array; readonly place?: Place },
  work: (reading: Reading) => Promise<T>,
): Promise<T> => {
  const source = withEnd(bytes);
  const read = (failOn: 'warning' | 'truncated') =>
    work(sharp(source, { failOn, limitInputPixels: mostPixels, ...place }));
  try {
    return await read('warning');
  } catch (error) {
    if (isOverPixelLimit(error) || (error instanceof Error && missing.test(error.message)))
      throw error;
    return read('truncated');
  }
};

const startOfJpeg = Buffer.from('ffd8ff', 'hex');
const endOfJpeg = Buffer.from('ffd9', 'hex');

/** Some scanners leave out the end marker behind the last row; without it, that row counts as missing. */
const withEnd = (file: Uint8Array): Buffer => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isJpeg = bytes.subarray(0, 3).equals(startOfJpeg);
  return isJpeg && !bytes.subarray(-2).equals(endOfJpeg)
    ? Buffer.concat([bytes, endOfJpeg])
    : bytes;
};
