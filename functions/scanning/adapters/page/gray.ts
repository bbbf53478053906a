import type { Pixels } from '#functions/scanning/ports/page-pictures.ts';

/** How bright each pixel is, 0–255. */
export interface Gray {
  readonly data: Float32Array | Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A page's brightness. */
export interface GrayPage {
  /** As it was drawn. */
  readonly drawn: Gray & { readonly data: Uint8Array };
  /** Reduced to the size at which it is judged. */
  readonly judged: Gray & { readonly data: Float32Array };
  /** So many drawn pixels make a judged one, each way. */
  readonly step: 1 | 2;
}

/** Long side that a page keeps when it is reduced before it is judged; text is still text at this size. */
const judgedSide = 700;

/**
 * Memory for the pages of one file, taken again for those that follow: what nobody wrote to yet costs more
 * than the work that fills it.
 */
export interface Room {
  /** Good until it is asked again. */
  readonly forJudged: (length: number) => Float32Array;
  /** Good until it is given back. */
  readonly forDrawn: (length: number) => Uint8Array;
  readonly giveBack: (page: Pick<GrayPage, 'drawn'>) => void;
}

export const makeRoom = (): Room => {
  let judged = new Float32Array(0);
  const free: Uint8Array[] = [];
  return {
    forJudged: (length) => {
      if (judged.length !== length) judged = new Float32Array(length);
      return judged;
    },
    forDrawn: (length) => {
      const drawn = free.pop();
      return drawn?.length === length ? drawn : new Uint8Array(length);
    },
    giveBack: ({ drawn }) => void free.push(drawn.data),
  };
};

/** Lies in the room that is given, or in one of its own. */
export const grayOf = (pixels: Pixels, room: Room = makeRoom()): GrayPage => {
  const { width, height } = pixels;
  const drawn = { data: luminanceOf(pixels.data, room), width, height };
  const step = Math.max(width, height) < 2 * judgedSide ? 1 : 2;
  return { drawn, judged: reduced(drawn, step, room), step };
};

/** Of ITU-R BT.601, in 256ths. */
const weight = { red: 77, green: 150, blue: 29 } as const;

const levelOf = (red: number, green: number, blue: number): number =>
  (weight.red * red + weight.green * green + weight.blue * blue) >> 8;

const luminanceOf = (rgb: Uint8Array, room: Room): Uint8Array => {
  const levels = room.forDrawn(rgb.length / 3);
  for (let n = fourAtOnce(rgb, levels), at = n * 3; n < levels.length; n++, at += 3)
    levels[n] = levelOf(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0);
  return levels;
};

/**
 * Of four pixels, three words, on a machine that puts the lowest byte first, as x64 and arm64 do: a quarter
 * of the time. Returns of how many it took the level; the last few are left over, or all of them where
 * words do not begin at the picture.
 */
const fourAtOnce = (rgb: Uint8Array, levels: Uint8Array): number => {
  if (rgb.byteOffset % 4 !== 0) return 0;
  const from = new Int32Array(rgb.buffer, rgb.byteOffset, rgb.length >> 2);
  const to = new Int32Array(levels.buffer, 0, levels.length >> 2);
  for (let n = 0, at = 0; n < to.length; n++, at += 3) {
    const a = from[at] ?? 0;
    const b = from[at + 1] ?? 0;
    const c = from[at + 2] ?? 0;
    to[n] =
      levelOf(a & 0xff, (a >>> 8) & 0xff, (a >>> 16) & 0xff) |
      (levelOf(a >>> 24, b & 0xff, (b >>> 8) & 0xff) << 8) |
      (levelOf((b >>> 16) & 0xff, b >>> 24, c & 0xff) << 16) |
      (levelOf((c >>> 8) & 0xff, (c >>> 16) & 0xff, c >>> 24) << 24);
  }
  return to.length * 4;
};

/** At half the size each way, where that is large enough: of four pixels the mean, so that their noise goes. */
const reduced = (
  drawn: GrayPage['drawn'],
  step: GrayPage['step'],
  room: Room,
): GrayPage['judged'] => {
  const width = Math.max(1, Math.floor(drawn.width / step));
  const height = Math.max(1, Math.floor(drawn.height / step));
  const data = room.forJudged(width * height);
  if (step === 1) data.set(drawn.data);
  else fillHalved(data, drawn, width);
  return { data, width, height };
};

const fillHalved = (levels: Float32Array, { data, width }: GrayPage['drawn'], columns: number) => {
  for (let to = 0, row = 0; to < levels.length; row += 2 * width)
    for (let at = row, end = to + columns; to < end; to++, at += 2) {
      const upper = (data[at] ?? 0) + (data[at + 1] ?? 0);
      const lower = (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      levels[to] = (upper + lower) / 4;
    }
};

/** Steps of one level of grey that shares are told by. */
const fineness = 4;

/** Below which brightness this share of the page lies, for each share asked. Counted, not sorted: a tenth of the time. */
export const levelsAt = (gray: Gray, shares: readonly number[]): readonly number[] => {
  const counts = countsOf(gray);
  return shares.map((share) => {
    let left = Math.floor(gray.data.length * share);
    const step = counts.findIndex((count) => {
      left -= count;
      return left < 0;
    });
    return (step < 0 ? counts.length - 1 : step) / fineness;
  });
};

/** Several ask of one page. */
const counted = new WeakMap<Gray, Uint32Array>();

const countsOf = (gray: Gray): Uint32Array => {
  const known = counted.get(gray);
  if (known) return known;
  const { data } = gray;
  const counts = new Uint32Array(256 * fineness);
  for (let n = 0; n < data.length; n++) {
    const step = ((data[n] ?? 0) * fineness) | 0;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  counted.set(gray, counts);
  return counts;
};

/** Brightness of the paper itself, whatever its tint. */
export const paperOf = (gray: Gray): number => levelsAt(gray, [0.75])[0] ?? 255;

/** Turned clockwise by quarters, as a PDF's `/Rotate` asks. */
export const turned = <T extends Gray['data']>(
  gray: Turnable<T>,
  quarters: number,
): Turnable<T> => {
  let page = gray;
  for (let left = ((quarters % 4) + 4) % 4; left > 0; left--) page = turnedOnce(page);
  return page;
};

type Turnable<T> = Gray & { readonly data: T };

const turnedOnce = <T extends Gray['data']>({ data, width, height }: Turnable<T>): Turnable<T> => {
  // Of the same kind, and every place of it is set below.
  const turnedData = data.slice() as T;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      turnedData[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  return { data: turnedData, width: height, height: width };
};
