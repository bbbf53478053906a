import type { Gray } from './gray.ts';

/**
 * Measured on generated pages, with and without scanner noise: sharp print 2.9–4.3, print smeared over
 * two strokes' width 0.1–1.1.
 */
const leastSharpness = 1.5;
/**
 * A sheet that slipped, or a camera that moved, leaves strokes sharp across the way and soft along it. On
 * the same pages the softest of four directions is 0.53 and more of the sharpest; of pages that moved by
 * two strokes' width, 0.01 to 0.38.
 */
const leastEven = 0.42;
/** Fewer edges than this across a direction say nothing of it: a page of rules has none but along them. */
const leastEdges = 300;

/** A step between neighbours that is an edge and not noise. */
const edgeStep = 15;

export const isBlurred = (gray: Gray): boolean => {
  if (sharpness(gray) < leastSharpness) return true;
  const along = directions(gray).map((step) => sharpnessAlong(gray, step));
  const told = along.filter((each) => each !== undefined);
  const softest = Math.min(...told);
  return softest < leastSharpness && softest < leastEven * Math.max(...told);
};

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

/** From a pixel to the next one: across, down, and both diagonals. */
const directions = ({ width }: Gray): readonly number[] => [1, width, width + 1, width - 1];

/** The same measure of one direction; undefined where too few edges lie across it. */
const sharpnessAlong = (gray: Gray, step: number): number | undefined => {
  const { width, height } = gray;
  const along = { slope: 0, bend: 0, edges: 0 };
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) addAlong(along, gray, at, step);
  return along.edges < leastEdges ? undefined : along.bend / along.slope;
};

const addAlong = (
  along: { slope: number; bend: number; edges: number },
  { data }: Gray,
  at: number,
  step: number,
): void => {
  const before = data[at - step] ?? 0;
  const behind = data[at + step] ?? 0;
  const slope = (behind - before) / 2;
  if (slope < edgeStep && slope > -edgeStep) return;
  along.edges += 1;
  along.slope += slope * slope;
  along.bend += (before + behind - 2 * (data[at] ?? 0)) ** 2;
};
