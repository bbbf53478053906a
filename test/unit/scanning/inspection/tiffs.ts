import type { Sharp } from 'sharp';

/** A picture of a TIFF, and what it says of itself. */
export interface TiffPicture {
  readonly picture: Sharp;
  /** NewSubfileType (TIFF 6.0, section 8). */
  readonly subfileType?: number;
  /** SubfileType, as older writers call the same. */
  readonly olderType?: number;
  /** In SubIFDs. */
  readonly below?: readonly TiffPicture[];
}

type Entry = readonly [tag: number, type: 3 | 4, value: number, count?: number];

/** Pictures in a chain, written by hand: no library writes thumbnails into it. */
export const tiffOf = async (pictures: readonly TiffPicture[]): Promise<Buffer> => {
  const pieces: Buffer[] = [Buffer.from('49492a0000000000', 'hex')];
  let end = 8;
  const put = (piece: Buffer): number => {
    const at = end;
    pieces.push(piece);
    end += piece.length;
    return at;
  };
  /** Ends with where the next one is, which is not yet known. */
  const putPicture = async (each: TiffPicture): Promise<Buffer> => {
    const below: number[] = [];
    for (const inner of each.below ?? []) {
      const directory = await putPicture(inner);
      below.push(put(directory));
    }
    const { data, info } = await each.picture
      .clone()
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const rows = put(data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]));
    const list = below.length > 1 ? put(longs(below)) : (below[0] ?? 0);
    return directoryOf(entriesOf(each, { ...info, rows, list, below: below.length }));
  };
  let link = { piece: pieces[0] as Buffer, at: 4 };
  for (const each of pictures) {
    const directory = await putPicture(each);
    link.piece.writeUInt32LE(put(directory), link.at);
    link = { piece: directory, at: directory.length - 4 };
  }
  return Buffer.concat(pieces);
};

const longs = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [n, value] of values.entries()) bytes.writeUInt32LE(value, n * 4);
  return bytes;
};

const entriesOf = (
  { subfileType, olderType }: TiffPicture,
  placed: Readonly<Record<'width' | 'height' | 'rows' | 'list' | 'below', number>>,
): readonly Entry[] => [
  ...(subfileType === undefined ? [] : [[254, 4, subfileType] as const]),
  ...(olderType === undefined ? [] : [[255, 3, olderType] as const]),
  [256, 4, placed.width],
  [257, 4, placed.height],
  [258, 3, 8],
  [259, 3, 1],
  [262, 3, 1],
  [273, 4, placed.rows],
  [277, 3, 1],
  [278, 4, placed.height],
  [279, 4, placed.width * placed.height],
  ...(placed.below > 0 ? [[330, 4, placed.list, placed.below] as const] : []),
];

const directoryOf = (entries: readonly Entry[]): Buffer => {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  bytes.writeUInt16LE(entries.length, 0);
  for (const [n, [tag, type, value, count = 1]] of entries.entries()) {
    const at = 2 + n * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    // Both kinds lie at the beginning of the four bytes.
    bytes.writeUInt32LE(value, at + 8);
  }
  return bytes;
};
