export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** Size of a PNG from its first chunk (PNG, third edition §11.2.2); undefined when that is damaged. */
export const pngDimensions = (bytes: Uint8Array): Dimensions | undefined => {
  if (bytes.length < 33 || text(bytes, 12) !== 'IHDR') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

const text = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

const SOI = 0xd8;
const SOS = 0xda;

/** Start-of-frame markers: all of C0–CF but the tables C4, C8 and CC (ITU-T T.81, table B.1). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Size of a JPEG from its frame header; undefined when no frame comes before the pixels. */
export const jpegDimensions = (bytes: Uint8Array): Dimensions | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isStartOfFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === SOI || marker === SOS) return undefined;
    // A marker may be preceded by any number of fill bytes FF.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
};
