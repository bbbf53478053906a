/** JBIG2 and JPEG 2000, written by hand: no library here writes either. */
import type { Sharp } from 'sharp';
import { makeArithmeticCoder } from './arithmetic-coder.ts';
import type { Embedded } from './papers.ts';

/** Black is 1. */
interface Bits {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => 0 | 1;
}

const bitsOf = async (picture: Sharp): Promise<Bits> => {
  const { data, info } = await picture
    .clone()
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isInside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height;
  const at = (x: number, y: number) =>
    isInside(x, y) && (data[y * width + x] ?? 255) < 140 ? 1 : 0;
  return { width, height, at };
};

const dictOf = ({ width, height }: Bits, bits: number, filter: string): string =>
  `/Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace /DeviceGray /Filter /${filter}`;

const numbers = (...values: readonly (readonly [value: number, bytes: number])[]): Buffer =>
  Buffer.concat(
    values.map(([value, bytes]) => {
      const piece = Buffer.alloc(bytes);
      piece.writeUIntBE(value, 0, bytes);
      return piece;
    }),
  );

/** What a generic region's first template looks at (T.88, 6.2.5.3): above by two rows, by one, and before. */
const template = [
  ...[-2, -1, 0, 1, 2].map((x) => [x, -2] as const),
  ...[-3, -2, -1, 0, 1, 2, 3].map((x) => [x, -1] as const),
  ...[-4, -3, -2, -1].map((x) => [x, 0] as const),
];

const genericRegion = ({ width, height, at }: Bits): Buffer => {
  const { code, end } = makeArithmeticCoder(2 ** template.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const context = template.reduce((sum, [dx, dy]) => sum * 2 + at(x + dx, y + dy), 0);
      code(context, at(x, y));
    }
  return Buffer.concat([
    numbers([width, 4], [height, 4], [0, 4], [0, 4], [0, 1], [0, 1]),
    Buffer.from('03fffdff02fefefe', 'hex'),
    end(),
    Buffer.from('ffac', 'hex'),
  ]);
};

const segment = (number: number, kind: number, data: Buffer, length = data.length): Buffer =>
  Buffer.concat([numbers([number, 4], [kind, 1], [0, 1], [1, 1], [length, 4]), data]);

const unknown = 0xff_ff_ff_ff;

/** `isOpen`: begun before anybody knew how long the region would be, or how high the page. */
export const jbig2In = async (picture: Sharp, isOpen = false): Promise<Embedded> => {
  const bits = await bitsOf(picture);
  const { width, height } = bits;
  const striped = isOpen ? 0x8000 + height : 0;
  const page = numbers(
    [width, 4],
    [isOpen ? unknown : height, 4],
    [0, 4],
    [0, 4],
    [0, 1],
    [striped, 2],
  );
  const region = genericRegion(bits);
  const painted = isOpen
    ? [
        segment(1, 38, Buffer.concat([region, numbers([height, 4])]), unknown),
        segment(2, 50, numbers([height - 1, 4])),
      ]
    : [segment(1, 38, region)];
  return {
    // A picture says 0 where JBIG2 has 1, as paper is written everywhere in a PDF (ISO 32000-2, 7.4.7).
    dict: dictOf(bits, 1, 'JBIG2Decode'),
    data: Buffer.concat([segment(0, 48, page), ...painted]),
  };
};

const tileSide = 64;

/** Contexts of T.800, D.1 to D.4: the first nine are of significance, then of signs, of refinement, of runs. */
const run = 17;
const uniform = 18;

/** Of the lowest band, by neighbours beside, above and below, and across corners (table D.1). */
const significance = (beside: number, above: number, corners: number): number => {
  if (beside === 2) return 8;
  if (beside === 1) return above > 0 ? 7 : 5 + Math.min(1, corners);
  return above > 0 ? 2 + above : Math.min(2, corners);
};

/** By the signs beside, and above and below (table D.3). */
const sign = (beside: number, above: number): readonly [context: number, flip: 0 | 1] => {
  const flip = beside < 0 || (beside === 0 && above < 0) ? 1 : 0;
  const [x, y] = flip === 1 ? [-beside, -above] : [beside, above];
  return [x === 1 ? 12 + y : 9 + y, flip];
};

/** A tile is one block of one plane, in which every place is ink (below zero) or paper: one pass is all. */
const codeBlock = (
  bits: Bits,
  left: number,
  top: number,
  width: number,
  height: number,
): Buffer => {
  const { code, end } = makeArithmeticCoder(19, { 0: 4, [run]: 3, [uniform]: 46 });
  const signs = new Int8Array(width * height);
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (signs[y * width + x] ?? 0);
  const contextOf = (x: number, y: number): number => {
    const beside = Math.abs(at(x - 1, y)) + Math.abs(at(x + 1, y));
    const above = Math.abs(at(x, y - 1)) + Math.abs(at(x, y + 1));
    const corners = [-1, 1].flatMap((dx) => [-1, 1].map((dy) => Math.abs(at(x + dx, y + dy))));
    return significance(
      beside,
      above,
      corners.reduce((sum, each) => sum + each, 0),
    );
  };
  const clamped = (value: number): number => Math.max(-1, Math.min(1, value));
  const codeSign = (x: number, y: number): void => {
    const isInk = bits.at(left + x, top + y);
    const [context, flip] = sign(
      clamped(at(x - 1, y) + at(x + 1, y)),
      clamped(at(x, y - 1) + at(x, y + 1)),
    );
    code(context, isInk ^ flip);
    signs[y * width + x] = isInk === 1 ? -1 : 1;
  };
  const codeColumn = (x: number, from: number, rows: number): void => {
    const isRun = rows === 4 && [0, 1, 2, 3].every((n) => contextOf(x, from + n) === 0);
    if (isRun) {
      // The first of the four is significant, as all are.
      code(run, 1);
      code(uniform, 0);
      code(uniform, 0);
      codeSign(x, from);
    }
    for (let y = from + (isRun ? 1 : 0); y < from + rows; y++) {
      code(contextOf(x, y), 1);
      codeSign(x, y);
    }
  };
  for (let y = 0; y < height; y += 4)
    for (let x = 0; x < width; x++) codeColumn(x, y, Math.min(4, height - y));
  const coded = end();
  return coded.at(-1) === 0xff ? coded.subarray(0, -1) : coded;
};

/** One packet: a block that is there, without its two highest planes, in one pass (B.10). */
const packetOf = (block: Buffer): Buffer => {
  const lengthBits = Math.max(3, block.length.toString(2).length);
  const bits = `11001${'0'}${'1'.repeat(lengthBits - 3)}0${block.length.toString(2).padStart(lengthBits, '0')}`;
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; ) {
    // Behind a byte of ones a bit is left out.
    const room = bytes.at(-1) === 0xff ? 7 : 8;
    bytes.push(Number.parseInt(bits.slice(at, at + room).padEnd(room, '0'), 2));
    at += room;
  }
  if (bytes.at(-1) === 0xff) bytes.push(0);
  return Buffer.concat([Buffer.from(bytes), block]);
};

const box = (kind: string, data: Buffer): Buffer =>
  Buffer.concat([numbers([data.length + 8, 4]), Buffer.from(kind, 'latin1'), data]);

/** Box by box (T.800, annex I): what it is, how large, in which colours, and the codestream. */
export const jpeg2000In = async (picture: Sharp): Promise<Embedded> => {
  const bits = await bitsOf(picture);
  const { width, height } = bits;
  const size = numbers(
    [0xff51, 2],
    [41, 2],
    [0, 2],
    [width, 4],
    [height, 4],
    [0, 4],
    [0, 4],
    [tileSide, 4],
    [tileSide, 4],
    [0, 4],
    [0, 4],
    [1, 2],
    [7, 1],
    [1, 1],
    [1, 1],
  );
  const coding = Buffer.from('ff52000c00000001000004040001ff5c00044040', 'hex');
  const tiles: Buffer[] = [];
  for (let top = 0; top < height; top += tileSide)
    for (let left = 0; left < width; left += tileSide) {
      const [across, down] = [Math.min(tileSide, width - left), Math.min(tileSide, height - top)];
      const packet = packetOf(codeBlock(bits, left, top, across, down));
      const header = numbers(
        [0xff90, 2],
        [10, 2],
        [tiles.length, 2],
        [packet.length + 14, 4],
        [0, 1],
        [1, 1],
        [0xff93, 2],
      );
      tiles.push(Buffer.concat([header, packet]));
    }
  const stream = Buffer.concat([
    Buffer.from('ff4f', 'hex'),
    size,
    coding,
    ...tiles,
    Buffer.from('ffd9', 'hex'),
  ]);
  const header = Buffer.concat([
    box('ihdr', numbers([height, 4], [width, 4], [1, 2], [7, 1], [7, 1], [0, 1], [0, 1])),
    box('colr', numbers([1, 1], [0, 1], [0, 1], [17, 4])),
  ]);
  return {
    dict: dictOf(bits, 8, 'JPXDecode'),
    data: Buffer.concat([
      box('jP  ', Buffer.from('0d0a870a', 'hex')),
      box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
      box('jp2h', header),
      box('jp2c', stream),
    ]),
  };
};
