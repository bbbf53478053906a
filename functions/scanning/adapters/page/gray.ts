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
  readonly step: number;
}

/** Long side to which a page is reduced before it is judged; text is still text at this size. */
const judgedSide = 700;

export const grayOf = (pixels: Pixels): GrayPage => {
  const { width, height } = pixels;
  const drawn = { data: luminanceOf(pixels.data), width, height };
  const step = Math.max(1, Math.floor(Math.max(width, height) / judgedSide));
  return { drawn, judged: reduced(drawn, step), step };
};

/** Of ITU-R BT.601, in 256ths. */
const weight = { red: 77, green: 150, blue: 29 } as const;

const luminanceOf = (rgb: Uint8Array): Uint8Array => {
  const levels = new Uint8Array(rgb.length / 3);
  for (let n = 0, at = 0; n < levels.length; n++, at += 3)
    levels[n] =
      (weight.red * (rgb[at] ?? 0) +
        weight.green * (rgb[at + 1] ?? 0) +
        weight.blue * (rgb[at + 2] ?? 0)) >>
      8;
  return levels;
};

/** Averages blocks: noise of single pixels goes. */
const reduced = ({ data, width, height }: GrayPage['drawn'], step: number): GrayPage['judged'] => {
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const levels = new Float32Array(columns * rows);
  for (let row = 0, to = 0; row < rows; row++)
    for (let column = 0, at = row * step * width; column < columns; column++, to++, at += step)
      levels[to] = blockOf(data, at, width, step) / (step * step);
  return { data: levels, width: columns, height: rows };
};

/** Everything in a block, together. */
const blockOf = (data: Uint8Array, from: number, width: number, step: number): number => {
  let sum = 0;
  for (let row = 0, start = from; row < step; row++, start += width)
    for (let at = start; at < start + step; at++) sum += data[at] ?? 0;
  return sum;
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
    const step = Math.floor((data[n] ?? 0) * fineness);
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
