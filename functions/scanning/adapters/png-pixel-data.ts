import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import type { PngStructure } from './png-structure.ts';

interface Rows {
  readonly count: number;
  readonly bytes: number;
}

/** Adam7: first column and row, and the steps between them, of each pass. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const rowsOf = ({ width, height, bitsPerPixel, interlaced }: PngStructure): readonly Rows[] => {
  const rows = (columns: number, count: number): Rows => ({
    count: columns > 0 ? count : 0,
    bytes: Math.ceil((columns * bitsPerPixel) / 8),
  });
  if (!interlaced) return [rows(width, height)];
  return passes.map(([x, y, dx, dy]) =>
    rows(Math.ceil((width - x) / dx), Math.max(0, Math.ceil((height - y) / dy))),
  );
};

/** Takes unpacked bytes and says when they cannot be this picture's rows. */
const makeRowCheck = (structure: PngStructure) => {
  const sections = rowsOf(structure).filter(({ count }) => count > 0);
  let section = 0;
  let row = 0;
  let left = 0;
  const begin = (filter: number | undefined): boolean => {
    const rows = sections[section];
    if (!rows || filter === undefined || filter > 4) return false;
    left = rows.bytes;
    row += 1;
    if (row === rows.count) {
      section += 1;
      row = 0;
    }
    return true;
  };
  return {
    accepts: (bytes: Uint8Array): boolean => {
      for (let at = 0; at < bytes.length; ) {
        if (left === 0) {
          if (!begin(bytes[at])) return false;
          at += 1;
        }
        const taken = Math.min(left, bytes.length - at);
        left -= taken;
        at += taken;
      }
      return true;
    },
    isComplete: (): boolean => left === 0 && section === sections.length,
  };
};

/**
 * True when the picture unpacks to exactly the rows that its header promises. Unpacked piece by piece
 * and thrown away, so a bomb costs a buffer; the decoder behind it then sees only sound data, which
 * matters because it never gives back what it had claimed for a broken one.
 */
export const hasSoundPixels = async (structure: PngStructure): Promise<boolean> => {
  const rows = makeRowCheck(structure);
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  // Errors arrive through the iteration below.
  Readable.from(structure.data).pipe(inflate);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>)
      if (!rows.accepts(piece)) return false;
    return rows.isComplete();
  } catch {
    return false;
  } finally {
    inflate.destroy();
  }
};
