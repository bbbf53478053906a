import type { Pixels } from '../image-decoders.ts';

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

/** Brightness of the paper itself, whatever its tint. */
export const paperOf = ({ data }: Gray): number => {
  const sorted = Float32Array.from(data).sort();
  return sorted[Math.floor(sorted.length * 0.75)] ?? 255;
};

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
