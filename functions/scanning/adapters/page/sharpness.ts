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
  readonly slope: number;
  /** Of the Laplacian, there. */
  readonly bend: number;
}

/** Across one direction. */
interface Across extends Edges {
  readonly edges: number;
}

/**
 * Energy of the Laplacian (Pech-Pacheco et al., 2000) against that of the gradient, at edges only: how
 * abrupt edges are, whatever their number and contrast. A page with one line is as sharp as a full one,
 * and neither noise nor the shadow of a lamp counts.
 */
const abruptness = ({ slope, bend }: Edges): number => (slope === 0 ? 0 : bend / slope);

/** Of all edges, and of those that lie across each of four directions: across, down, and both diagonals. */
const measureEdges = (gray: Gray): { readonly all: Edges; readonly along: readonly Across[] } => {
  const places = unevenPlaces(gray);
  const { data, width } = gray;
  return {
    all: allEdges(gray, places),
    along: [1, width, width + 1, width - 1].map((step) => edgesAlong(data, places, step)),
  };
};

let room = new Uint32Array(0);

/** Used again for the next page: nobody waits in between. */
const roomFor = (places: number): Uint32Array => {
  if (room.length < places) room = new Uint32Array(places);
  return room;
};

/** Most of a page is paper; where it changes so little, no direction has an edge. */
const unevenPlaces = ({ data, width, height }: Gray): Uint32Array => {
  const places = roomFor(data.length);
  let count = 0;
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const across = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      const down = (data[at + width] ?? 0) - (data[at - width] ?? 0);
      if (Math.abs(across) + Math.abs(down) < edgeStep) continue;
      places[count] = at;
      count += 1;
    }
  return places.subarray(0, count);
};

const allEdges = ({ data, width }: Gray, places: Uint32Array): Edges => {
  let [slope, bend] = [0, 0];
  for (let n = 0; n < places.length; n++) {
    const at = places[n] ?? 0;
    const left = data[at - 1] ?? 0;
    const right = data[at + 1] ?? 0;
    const above = data[at - width] ?? 0;
    const below = data[at + width] ?? 0;
    const steepness = ((right - left) ** 2 + (below - above) ** 2) / 4;
    if (steepness < edgeStep ** 2) continue;
    slope += steepness;
    bend += (left + right + above + below - 4 * (data[at] ?? 0)) ** 2;
  }
  return { slope, bend };
};

/** From a pixel to the next one. */
const edgesAlong = (data: Gray['data'], places: Uint32Array, step: number): Across => {
  let [slope, bend, edges] = [0, 0, 0];
  for (let n = 0; n < places.length; n++) {
    const at = places[n] ?? 0;
    const before = data[at - step] ?? 0;
    const behind = data[at + step] ?? 0;
    const steepness = (behind - before) / 2;
    if (steepness < edgeStep && steepness > -edgeStep) continue;
    edges += 1;
    slope += steepness * steepness;
    bend += (before + behind - 2 * (data[at] ?? 0)) ** 2;
  }
  return { slope, bend, edges };
};
