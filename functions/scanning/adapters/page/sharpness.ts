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
  const { all, along } = measureEdges(gray);
  if (abruptness(all) < leastSharpness) return true;
  const told = along.filter(({ edges }) => edges >= leastEdges).map(abruptness);
  const softest = Math.min(...told);
  return softest < leastSharpness && softest < leastEven * Math.max(...told);
};

interface Edges {
  /** Energy of the gradient, at edges. */
  slope: number;
  /** Of the Laplacian, there. */
  bend: number;
  edges: number;
}

const noEdges = (): Edges => ({ slope: 0, bend: 0, edges: 0 });

/**
 * Energy of the Laplacian (Pech-Pacheco et al., 2000) against that of the gradient, at edges only: how
 * abrupt edges are, whatever their number and contrast. A page with one line is as sharp as a full one,
 * and neither noise nor the shadow of a lamp counts.
 */
const abruptness = ({ slope, bend }: Edges): number => (slope === 0 ? 0 : bend / slope);

/** Of all edges, and of those that lie across each of four directions. */
const measureEdges = (gray: Gray): { readonly all: Edges; readonly along: readonly Edges[] } => {
  const { data, width, height } = gray;
  const all = noEdges();
  const along = [1, width, width + 1, width - 1].map((step) => ({ step, ...noEdges() }));
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      if (isEven(data, at, width)) continue;
      addEnergy(all, gray, at);
      for (const each of along) addAlong(each, data, at);
    }
  return { all, along };
};

/** Most of a page is paper; where it changes so little, no direction has an edge. */
const isEven = (data: Gray['data'], at: number, width: number): boolean => {
  const across = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
  const down = (data[at + width] ?? 0) - (data[at - width] ?? 0);
  return Math.abs(across) + Math.abs(down) < edgeStep;
};

const addEnergy = (all: Edges, { data, width }: Gray, at: number): void => {
  const left = data[at - 1] ?? 0;
  const right = data[at + 1] ?? 0;
  const above = data[at - width] ?? 0;
  const below = data[at + width] ?? 0;
  const steepness = ((right - left) ** 2 + (below - above) ** 2) / 4;
  if (steepness < edgeStep ** 2) return;
  all.slope += steepness;
  all.bend += (left + right + above + below - 4 * (data[at] ?? 0)) ** 2;
};

/** From a pixel to the next one: across, down, or along a diagonal. */
const addAlong = (
  along: Edges & { readonly step: number },
  data: Gray['data'],
  at: number,
): void => {
  const before = data[at - along.step] ?? 0;
  const behind = data[at + along.step] ?? 0;
  const slope = (behind - before) / 2;
  if (slope < edgeStep && slope > -edgeStep) return;
  along.edges += 1;
  along.slope += slope * slope;
  along.bend += (before + behind - 2 * (data[at] ?? 0)) ** 2;
};
