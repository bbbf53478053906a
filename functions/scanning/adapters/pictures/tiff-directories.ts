/**
 * One picture's numbers in a TIFF (TIFF 6.0, section 2; BigTIFF), and in EXIF, which is written the same
 * way. What lies outside of the file is as good as not said.
 */
export interface Directory {
  /** Of a tag, by its number; none where it is missing. Fractions are divided out. */
  readonly numbers: (tag: number) => readonly number[];
  /** Where the next one is; 0 behind the last. */
  readonly next: number;
}

export interface Tiff {
  /** Where the first one is. */
  readonly first: number;
  /** Nothing where there is none. */
  readonly directoryAt: (place: number) => Directory | undefined;
}

/** A directory of more entries is none of a scanner's. */
const mostEntries = 1_000;
/** Nothing that is asked for here has more. */
const mostNumbers = 64;

/** Where numbers lie: of a TIFF, and of a BigTIFF. */
const layouts = {
  42: { first: 4, pointer: 4, count: 2, entry: 12 },
  43: { first: 8, pointer: 8, count: 8, entry: 20 },
} as const;

type Layout = (typeof layouts)[keyof typeof layouts];

type Unsigned = (place: number, bytes: number) => number;

/** Nothing where the file is no TIFF. */
export const openTiff = (file: Uint8Array): Tiff | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 16 || (order !== 'II' && order !== 'MM')) return undefined;
  const unsigned = order === 'II' ? littleEndian(bytes) : bigEndian(bytes);
  const layout = layouts[unsigned(2, 2) as keyof typeof layouts];
  if (!layout) return undefined;
  return {
    first: unsigned(layout.first, layout.pointer),
    directoryAt: (place) => directoryAt({ unsigned, layout, size: bytes.length }, place),
  };
};

/** Eight bytes are read as two times four: no file has places beyond. */
const littleEndian =
  (bytes: Buffer): Unsigned =>
  (place, length) =>
    length === 8
      ? bytes.readUInt32LE(place) + bytes.readUInt32LE(place + 4) * 2 ** 32
      : bytes.readUIntLE(place, length);

const bigEndian =
  (bytes: Buffer): Unsigned =>
  (place, length) =>
    length === 8
      ? bytes.readUInt32BE(place) * 2 ** 32 + bytes.readUInt32BE(place + 4)
      : bytes.readUIntBE(place, length);

interface Source {
  readonly unsigned: Unsigned;
  readonly layout: Layout;
  readonly size: number;
}

const directoryAt = (source: Source, place: number): Directory | undefined => {
  const { unsigned, layout, size } = source;
  const start = place + layout.count;
  if (place < 8 || start > size) return undefined;
  const entries = unsigned(place, layout.count);
  const end = start + entries * layout.entry;
  if (entries < 1 || entries > mostEntries || end + layout.pointer > size) return undefined;
  const places = new Map<number, number>();
  for (let at = start; at < end; at += layout.entry) places.set(unsigned(at, 2), at);
  return {
    numbers: (tag) => numbersOf(source, places.get(tag)),
    next: unsigned(end, layout.pointer),
  };
};

/** Bytes of a number, by its type; of a fraction, of each half. */
const kinds: Readonly<Record<number, { readonly bytes: 1 | 2 | 4 | 8; readonly halves: 1 | 2 }>> = {
  1: { bytes: 1, halves: 1 },
  3: { bytes: 2, halves: 1 },
  4: { bytes: 4, halves: 1 },
  5: { bytes: 4, halves: 2 },
  13: { bytes: 4, halves: 1 },
  16: { bytes: 8, halves: 1 },
  18: { bytes: 8, halves: 1 },
};

const numbersOf = (
  { unsigned, layout, size }: Source,
  entry: number | undefined,
): readonly number[] => {
  if (entry === undefined) return [];
  const kind = kinds[unsigned(entry + 2, 2)];
  const count = unsigned(entry + 4, layout.pointer);
  if (!kind || count > mostNumbers) return [];
  const each = kind.bytes * kind.halves;
  const held = entry + 4 + layout.pointer;
  const start = count * each > layout.pointer ? unsigned(held, layout.pointer) : held;
  if (start + count * each > size) return [];
  return Array.from({ length: count }, (_, n) => {
    const at = start + n * each;
    const number = unsigned(at, kind.bytes);
    return kind.halves === 1 ? number : number / unsigned(at + kind.bytes, kind.bytes);
  });
};
