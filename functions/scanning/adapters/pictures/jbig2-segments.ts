/** Kinds of segments (ITU-T T.88, 7.3) by which it is told whether a picture is all there. */
const kinds = { page: 48, stripe: 50, genericAtOnce: 38 } as const;
/** Immediate ones, which paint: of text, halftone, generic and refined. */
const painting: ReadonlySet<number> = new Set([6, 7, 22, 23, 38, 39, 42, 43]);

/** Of a length, and of a height, that was not known when it was begun. */
const unknown = 0xff_ff_ff_ff;
/** A picture has one page and a few segments; in stripes, some hundreds. */
const mostSegments = 100_000;

interface Segment {
  readonly kind: number;
  /** Where what it holds begins, and where it ends by its own word. */
  readonly start: number;
  readonly end: number;
}

/** A line feed before `endstream` may be left behind the last. */
const mostBehind = 2;

/**
 * Whether every segment that was begun is there to its end, and any that paints; `height` is the picture's.
 * The stream is one that a PDF embeds (T.88, D.3; ISO 32000-2, 7.4.7): segments one after the other.
 */
export const isWholeJbig2 = (file: Uint8Array, height: number): boolean => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { segments, behind } = segmentsIn(bytes);
  if (behind < 0 || behind > mostBehind) return false;
  return segments.some(({ kind }) => painting.has(kind)) && rowsOf(bytes, segments) >= height;
};

/** Of a page in stripes whose height was not known, the last one says where it ends. */
const rowsOf = (bytes: Buffer, segments: readonly Segment[]): number => {
  const page = segments.find(({ kind }) => kind === kinds.page);
  const told = page && numberIn(bytes, page, 4);
  if (told !== unknown) return Infinity;
  const stripe = segments.findLast(({ kind }) => kind === kinds.stripe);
  return stripe ? numberIn(bytes, stripe, 0) + 1 : 0;
};

const numberIn = (bytes: Buffer, { start, end }: Segment, offset: number): number =>
  start + offset + 4 <= end ? bytes.readUInt32BE(start + offset) : 0;

/** `behind`: bytes that belong to none; below zero where the last one is not all there. */
const segmentsIn = (
  bytes: Buffer,
): { readonly segments: readonly Segment[]; readonly behind: number } => {
  const segments: Segment[] = [];
  let at = 0;
  while (at < bytes.length && segments.length < mostSegments) {
    const segment = segmentAt(bytes, at);
    if (!segment) break;
    segments.push(segment);
    at = segment.end;
  }
  return { segments, behind: bytes.length - at };
};

/** Nothing where not even its header is there. */
const segmentAt = (bytes: Buffer, at: number): Segment | undefined => {
  if (at + 11 > bytes.length) return undefined;
  const number = bytes.readUInt32BE(at);
  const flags = bytes[at + 4] ?? 0;
  const { count, length } = referredTo(bytes, at + 5);
  const page = at + 5 + length + count * bytesOfNumber(number);
  const start = page + ((flags & 0x40) !== 0 ? 4 : 1) + 4;
  if (start > bytes.length) return undefined;
  const told = bytes.readUInt32BE(start - 4);
  const kind = flags & 0x3f;
  return { kind, start, end: told === unknown ? endOfUnknown(bytes, kind, start) : start + told };
};

/** As large a number as its own is the largest that it can refer to (7.2.5). */
const bytesOfNumber = (own: number): number => {
  if (own <= 256) return 1;
  return own <= 65_536 ? 2 : 4;
};

/** How many other segments it names, and in how many bytes that is said (7.2.4). */
const referredTo = (
  bytes: Buffer,
  at: number,
): { readonly count: number; readonly length: number } => {
  const short = (bytes[at] ?? 0) >> 5;
  if (short < 7) return { count: short, length: 1 };
  const count = bytes.readUInt32BE(at) & 0x1f_ff_ff_ff;
  return { count, length: 4 + Math.ceil((count + 1) / 8) };
};

const endOfArithmetic = Buffer.from('ffac', 'hex');
const endOfRunLengths = Buffer.from('0000', 'hex');

/** It ends with a mark of its coding and the number of its rows (7.2.7). */
const endOfUnknown = (bytes: Buffer, kind: number, start: number): number => {
  if (kind !== kinds.genericAtOnce || start + 18 > bytes.length) return Infinity;
  const isRunLengths = ((bytes[start + 17] ?? 0) & 1) === 1;
  const end = bytes.indexOf(isRunLengths ? endOfRunLengths : endOfArithmetic, start + 18);
  return end < 0 ? Infinity : end + 6;
};
