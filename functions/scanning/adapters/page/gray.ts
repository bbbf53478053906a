import type { Pixels } from '#functions/scanning/adapters/image-decoders.ts';

export interface Gray {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Long side to which a page is reduced before it is judged; text is still text at this size. */
const judgedSide = 700;

/** Luminance of ITU-R BT.601, reduced by averaging blocks: noise of single pixels goes. */
export const reduce = ({ data, width, height }: Pixels): Gray => {
  const step = Math.max(1, Math.floor(Math.max(width, height) / judgedSide));
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const gray = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      gray[row * columns + column] = blockMean(data, width, column * step, row * step, step);
  return { data: gray, width: columns, height: rows };
};

const blockMean = (
  data: Uint8ClampedArray,
  width: number,
  left: number,
  top: number,
  side: number,
): number => {
  let sum = 0;
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++) {
      const at = (y * width + x) * 4;
      sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    }
  return sum / (side * side);
};

/** Steps of one level of grey that shares are told by. */
const fineness = 4;

/** Below which brightness this share of the page lies, for each share asked. Counted, not sorted: a tenth of the time. */
export const levelsAt = ({ data }: Gray, shares: readonly number[]): readonly number[] => {
  const counts = new Uint32Array(256 * fineness);
  for (let n = 0; n < data.length; n++) {
    const step = Math.floor((data[n] ?? 0) * fineness);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return shares.map((share) => {
    let left = Math.floor(data.length * share);
    const step = counts.findIndex((count) => {
      left -= count;
      return left < 0;
    });
    return (step < 0 ? counts.length - 1 : step) / fineness;
  });
};

/** Brightness of the paper itself, whatever its tint. */
export const paperOf = (gray: Gray): number => levelsAt(gray, [0.75])[0] ?? 255;

/** Turned clockwise by quarters, as a PDF's `/Rotate` asks. */
export const turned = (gray: Gray, quarters: number): Gray => {
  let page = gray;
  for (let left = ((quarters % 4) + 4) % 4; left > 0; left--) page = turnedOnce(page);
  return page;
};

const turnedOnce = ({ data, width, height }: Gray): Gray => {
  const turnedData = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      turnedData[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  return { data: turnedData, width: height, height: width };
};
