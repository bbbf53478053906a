const startWindow = 1024;
/** End-of-central-directory record of a ZIP, and the longest comment behind it. */
const zipEnd = Buffer.from('504b050600000000', 'hex');
const zipWindow = 65_557;

const lookAlikes = /%PDF-|<!doctype|<html|<script|<svg|<\?php/i;
const appended = ['%PDF-', 'PK\u0003\u0004', 'Rar!', '7z\u00bc\u00af', 'MZ\u0090'];

const isAlsoZip = (bytes: Buffer): boolean =>
  bytes.indexOf(zipEnd, Math.max(0, bytes.length - zipWindow)) >= 0;

/**
 * True when a picture would also open as something else. PDF readers take a header anywhere in the
 * first kilobyte, ZIP readers look for theirs at the end, browsers guess from the beginning.
 */
export const isAlsoAnotherType = (file: Uint8Array, endOfPicture: number): boolean => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = bytes.toString('latin1', 0, startWindow);
  const rest = bytes.toString('latin1', endOfPicture);
  return (
    lookAlikes.test(start) || appended.some((magic) => rest.includes(magic)) || isAlsoZip(bytes)
  );
};

export const isAlsoZipFile = (file: Uint8Array): boolean =>
  isAlsoZip(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
