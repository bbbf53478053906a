import { crc32 } from 'node:zlib';

export interface PngStructure {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly interlaced: boolean;
  /** Contents of the IDAT chunks. */
  readonly data: readonly Uint8Array[];
  /**
   * The same picture without its other chunks: a colour profile or a text of some kilobytes may
   * unpack to a gigabyte, and nobody here reads either.
   */
  readonly bare: Uint8Array;
}

export const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Bit depths of each colour type (PNG, third edition, table 11.1). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
  readonly end: number;
}

const chunkAt = (bytes: Buffer, at: number): Chunk | undefined => {
  if (at + 12 > bytes.length) return undefined;
  const end = at + 12 + bytes.readUInt32BE(at);
  if (end > bytes.length) return undefined;
  const body = bytes.subarray(at + 4, end - 4);
  if (crc32(body) !== bytes.readUInt32BE(end - 4)) return undefined;
  return {
    type: body.toString('latin1', 0, 4),
    data: body.subarray(4),
    whole: bytes.subarray(at, end),
    end,
  };
};

type Header = Pick<PngStructure, 'width' | 'height' | 'bitsPerPixel' | 'interlaced'>;

const headerOf = ({ type, data }: Chunk): Header | undefined => {
  if (type !== 'IHDR' || data.length !== 13) return undefined;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = data.subarray(8);
  const known = depths[colour]?.includes(depth) && compression === 0 && filter === 0;
  if (!known || interlace > 1) return undefined;
  return {
    width: data.readUInt32BE(0),
    height: data.readUInt32BE(4),
    bitsPerPixel: depth * (channels[colour] ?? 0),
    interlaced: interlace === 1,
  };
};

/** All chunks up to IEND; undefined when one is damaged, or anything follows the last. */
const chunksOf = (bytes: Buffer): readonly Chunk[] | undefined => {
  const chunks: Chunk[] = [];
  for (let at = pngSignature.length; at < bytes.length; ) {
    const chunk = chunkAt(bytes, at);
    if (!chunk) return undefined;
    chunks.push(chunk);
    at = chunk.end;
    if (chunk.type === 'IEND') return at === bytes.length ? chunks : undefined;
  }
  return undefined;
};

const kept = ['IHDR', 'PLTE', 'IDAT', 'IEND'];

/** Walks a PNG's chunks without unpacking any. */
export const readPngStructure = (file: Uint8Array): PngStructure | undefined => {
  const chunks = chunksOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const header = chunks?.[0] && headerOf(chunks[0]);
  if (!chunks || !header) return undefined;
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  const bare = chunks.filter(({ type }) => kept.includes(type)).map(({ whole }) => whole);
  return { ...header, data, bare: Buffer.concat([pngSignature, ...bare]) };
};
