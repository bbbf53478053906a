export interface JpegStructure {
  readonly width: number;
  readonly height: number;
  /** Holds all coefficients of the picture in memory while it is decoded. */
  readonly progressive: boolean;
  /** Behind the end marker. */
  readonly end: number;
}

const EOI = 0xd9;
const SOS = 0xda;
const SOF2 = 0xc2;
const longestMarkerRun = 4096;

/** Each scan walks the whole picture again; cameras and mozjpeg write a dozen. */
const mostScans = 40;

/** Start-of-frame markers: all of C0–CF but the tables C4, C8 and CC (ITU-T T.81, table B.1). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker & 0xf8) === 0xd0;

/** Behind the coded data of a scan: the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && (next === undefined || (next & 0xf8) !== 0xd0)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
};

interface Marker {
  readonly code: number;
  /** Behind the marker itself. */
  readonly at: number;
}

/** A marker may be preceded by fill bytes FF. */
const markerAt = (bytes: Buffer, from: number): Marker | undefined => {
  let at = from;
  if (bytes[at] !== 0xff) return undefined;
  while (bytes[at] === 0xff && at - from < longestMarkerRun) at += 1;
  const code = bytes[at];
  return code === undefined || code === 0 || code === 0xff ? undefined : { code, at: at + 1 };
};

type Frame = Omit<JpegStructure, 'end'>;

const frameAt = (bytes: Buffer, { code, at }: Marker): Frame | undefined =>
  at + 7 > bytes.length
    ? undefined
    : {
        height: bytes.readUInt16BE(at + 3),
        width: bytes.readUInt16BE(at + 5),
        progressive: code === SOF2,
      };

/** Where the next marker must stand; coded data behind a scan's header is passed over. */
const behind = (bytes: Buffer, { code, at }: Marker): number => {
  if (standsAlone(code)) return at;
  if (at + 2 > bytes.length) return bytes.length;
  const end = at + bytes.readUInt16BE(at);
  return code === SOS ? endOfScan(bytes, end) : end;
};

/** All markers behind the first; the last one is EOI only when the file is whole. */
const markersOf = function* (bytes: Buffer): Generator<Marker> {
  let marker = markerAt(bytes, 2);
  while (marker) {
    yield marker;
    if (marker.code === EOI) return;
    marker = markerAt(bytes, behind(bytes, marker));
  }
};

/**
 * Walks a JPEG from its first marker to its last without decoding anything; undefined when it is cut
 * off, has no frame or two, or more scans than any camera writes. The decoder itself would fill what
 * is missing with grey.
 */
export const readJpegStructure = (file: Uint8Array): JpegStructure | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const markers = [...markersOf(bytes)];
  const scans = markers.filter(({ code }) => code === SOS).length;
  const [start, ...others] = markers.filter(({ code }) => isStartOfFrame(code));
  const end = markers.at(-1);
  const isWhole = end?.code === EOI && scans > 0 && scans <= mostScans && others.length === 0;
  const frame = isWhole && start ? frameAt(bytes, start) : undefined;
  return frame && end && { ...frame, end: end.at };
};
