import type { InspectionFinding } from '#ports/scan-inspector.ts';
import type { Pixels } from './image-decoders.ts';

/** Long side to which a page is reduced before it is judged; text is still text at this size. */
const judgedSide = 700;

/** Ink covers less than this share of a blank page: dust and a shadow, no line of text. */
const blankInkShare = 0.0015;
/**
 * Measured on generated pages, with and without scanner noise: sharp print 2.9–4.3, print smeared over
 * two strokes' width 0.1–1.1.
 */
const leastSharpness = 1.5;
/** 150 dpi on A4's long side; below it small print is lost (domain §8 asks for 200). */
const readableSide = 1_200;

/** What a clerk should look at before the citizen leaves. */
export const findingsOf = (pixels: Pixels): readonly InspectionFinding[] => {
  const gray = reduce(pixels);
  const isBlank = inkShare(gray) < blankInkShare;
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && sharpness(gray) < leastSharpness ? (['blurred-page'] as const) : []),
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

/** A step between neighbours that is an edge and not noise. */
const edgeStep = 15;

/**
 * Energy of the Laplacian (Pech-Pacheco et al., 2000) against that of the gradient, at edges only: how
 * abrupt edges are, whatever their number and contrast. A page with one line is as sharp as a full one,
 * and neither noise nor the shadow of a lamp counts.
 */
const sharpness = (gray: Gray): number => {
  const energy = { laplacian: 0, gradient: 0 };
  for (let y = 1; y < gray.height - 1; y++)
    for (let x = 1; x < gray.width - 1; x++) addEnergy(energy, gray, y * gray.width + x);
  return energy.gradient === 0 ? 0 : energy.laplacian / energy.gradient;
};

const addEnergy = (
  energy: { laplacian: number; gradient: number },
  { data, width }: Gray,
  at: number,
): void => {
  const left = data[at - 1] ?? 0;
  const right = data[at + 1] ?? 0;
  const above = data[at - width] ?? 0;
  const below = data[at + width] ?? 0;
  const steepness = ((right - left) ** 2 + (below - above) ** 2) / 4;
  if (steepness < edgeStep ** 2) return;
  energy.gradient += steepness;
  energy.laplacian += (left + right + above + below - 4 * (data[at] ?? 0)) ** 2;
};
