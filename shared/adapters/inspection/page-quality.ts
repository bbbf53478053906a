import type { InspectionFinding } from '#ports/scan-inspector.ts';
import type { Pixels } from './image-decoders.ts';

/** Long side to which a page is reduced before it is judged; text is still text at this size. */
const judgedSide = 700;

/** Ink covers less than this share of a blank page: dust and a shadow, no line of text. */
const blankInkShare = 0.0015;
/** Luminance steps between neighbours; sharp print has hundreds, a blurred page a handful. */
const blurVariance = 25;
/** 150 dpi on A4's long side; below it small print is lost (domain §8 asks for 200). */
const readableSide = 1_200;

/** What a clerk should look at before the citizen leaves. */
export const findingsOf = (pixels: Pixels): readonly InspectionFinding[] => {
  const gray = reduce(pixels);
  const isBlank = inkShare(gray) < blankInkShare;
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && laplacianVariance(gray) < blurVariance ? (['blurred-page'] as const) : []),
    ...(Math.max(pixels.width, pixels.height) < readableSide ? (['low-resolution'] as const) : []),
  ];
};

interface Gray {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Luminance of ITU-R BT.601, reduced by averaging blocks: noise of single pixels goes. */
const reduce = ({ data, width, height }: Pixels): Gray => {
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

/** Share of the page that is clearly darker than the paper, whatever the paper's tint. */
const inkShare = ({ data }: Gray): number => {
  const sorted = Float32Array.from(data).sort();
  const paper = sorted[Math.floor(sorted.length * 0.75)] ?? 255;
  const ink = data.reduce((count, value) => count + (value < paper - 60 ? 1 : 0), 0);
  return ink / data.length;
};

/** Variance of the 4-neighbour Laplacian: high where edges are sharp (Pech-Pacheco et al., 2000). */
const laplacianVariance = ({ data, width, height }: Gray): number => {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value =
        (data[at - 1] ?? 0) +
        (data[at + 1] ?? 0) +
        (data[at - width] ?? 0) +
        (data[at + width] ?? 0) -
        4 * (data[at] ?? 0);
      sum += value;
      squares += value * value;
      count += 1;
    }
  if (count === 0) return 0;
  const mean = sum / count;
  return squares / count - mean * mean;
};
