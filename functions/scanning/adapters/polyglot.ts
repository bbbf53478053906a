import type { ScanMediaType } from '#domain/scan/scan.ts';

const startWindow = 1024;
/** End-of-central-directory record of a ZIP, and the longest comment behind it. */
const zipEnd = Buffer.from('504b050600000000', 'hex');
const zipWindow = 65_557;

const lookAlikes = /%PDF-|<!doctype|<html|<script|<svg|<\?php/i;
/** Five bytes and more: shorter ones occur by chance in a picture of megabytes. */
const appended = ['%PDF-', 'Rar!\u001a\u0007', '7z\u00bc\u00af\u0027\u001c'];

const isAlsoZip = (bytes: Buffer): boolean =>
  bytes.indexOf(zipEnd, Math.max(0, bytes.length - zipWindow)) >= 0;

const isPictureAndMore = (bytes: Buffer): boolean =>
  lookAlikes.test(bytes.toString('latin1', 0, startWindow)) ||
  appended.some((magic) => bytes.includes(magic, 0, 'latin1'));

/**
 * True when a file would also open as something else. PDF readers take a header anywhere in the first
 * kilobyte, ZIP readers look for theirs at the end, browsers guess from the beginning. What merely
 * follows a picture, as the film of a moving photograph does, opens as nothing.
 */
export const isAlsoAnotherType = (file: Uint8Array, mediaType: ScanMediaType): boolean => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return isAlsoZip(bytes) || (mediaType !== 'application/pdf' && isPictureAndMore(bytes));
};
