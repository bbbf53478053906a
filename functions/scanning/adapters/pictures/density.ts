import type { Metadata } from 'sharp';
import { openTiff } from './tiff-directories.ts';

/** Names of the same fields in EXIF (TIFF 6.0, section 8) and in XMP (part 1, 8.4). */
const tags = { across: 282, down: 283, unit: 296 } as const;

/** Inches in what dots are counted by; a number without a unit tells only the shape of a dot. */
const inches: Readonly<Record<number, number>> = { 2: 1, 3: 2.54 };
const inch = 2;

/**
 * Dots an inch, where a picture says it: libvips tells it of a JPEG, a PNG and a TIFF, but of a WebP only
 * what cameras and editors wrote beside it does.
 */
export const densityOf = ({ density, exif, xmp }: Metadata): number | undefined =>
  density ?? (exif && densityIn(exifFields(exif))) ?? (xmp && densityIn(xmpFields(xmp)));

interface Fields {
  readonly across: number | undefined;
  readonly down: number | undefined;
  readonly unit: number | undefined;
}

const densityIn = ({ across, down, unit = inch }: Fields): number | undefined => {
  const coarser = Math.min(across ?? Infinity, down ?? Infinity) * (inches[unit] ?? 0);
  return coarser > 0 && Number.isFinite(coarser) ? coarser : undefined;
};

const exifPrefix = Buffer.from('Exif\0\0', 'latin1');

const exifFields = (exif: Buffer): Fields => {
  const isNamed = exif.subarray(0, exifPrefix.length).equals(exifPrefix);
  const tiff = openTiff(isNamed ? exif.subarray(exifPrefix.length) : exif);
  const numbers = tiff?.directoryAt(tiff.first)?.numbers;
  const [across, down, unit] = [tags.across, tags.down, tags.unit].map((tag) => numbers?.(tag)[0]);
  return { across, down, unit };
};

/** What stands behind it is somebody's history of changes. */
const xmpReach = 65_536;

const xmpFields = (xmp: Buffer): Fields => {
  const text = xmp.toString('utf8', 0, xmpReach);
  return {
    across: numberIn(text, /\btiff:XResolution\s*(?:=\s*["']|>)\s*(\d+)(?:\/(\d+))?/),
    down: numberIn(text, /\btiff:YResolution\s*(?:=\s*["']|>)\s*(\d+)(?:\/(\d+))?/),
    unit: numberIn(text, /\btiff:ResolutionUnit\s*(?:=\s*["']|>)\s*(\d+)/),
  };
};

/** A fraction, as an attribute or an element has it. */
const numberIn = (text: string, field: RegExp): number | undefined => {
  const [, dividend, divisor = '1'] = field.exec(text) ?? [];
  return dividend === undefined ? undefined : Number(dividend) / Number(divisor);
};
