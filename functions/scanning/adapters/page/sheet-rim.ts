import type { Gray } from './gray.ts';

/** How far the scanner's lid reaches in, beside each row and above and below each column. */
export interface Rim {
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  readonly top: Uint16Array;
  readonly bottom: Uint16Array;
}

/** Of the page's width: so deep is the wedge beside a sheet that lies askew by three degrees. */
const deepest = 0.09;
/** Whatever lies beside the sheet differs from it by so much at least: a light lid, or a shadow. */
const lidDepth = 16;
/** Grain leaves holes of a pixel in what is dark. */
const gap = 2;
/** Where the sheet begins it is neither bright nor dark. */
const soft = 2;

/** What is darker than paper without a break from the edge on; writing does not begin there. */
export const rimOf = (gray: Gray, paper: number): Rim => {
  const { data, width, height } = gray;
  const isLid = (at: number): boolean => (data[at] ?? 255) < paper - lidDepth;
  const deep = Math.round(width * deepest);
  const reach = (start: number, step: number): number => {
    let end = 0;
    for (let n = 0; n < deep && n - end < gap; n++) if (isLid(start + n * step)) end = n + 1;
    return end === 0 ? 0 : end + soft;
  };
  const ofRows = (first: number, step: number) =>
    Uint16Array.from({ length: height }, (_, y) => reach(y * width + first, step));
  const ofColumns = (first: number, step: number) =>
    Uint16Array.from({ length: width }, (_, x) => reach(first + x, step));
  return {
    left: ofRows(0, 1),
    right: ofRows(width - 1, -1),
    top: ofColumns(0, width),
    bottom: ofColumns((height - 1) * width, -width),
  };
};

/** Whatever lies so near to a side is told from nothing, as a share of the page: half a hole, a torn edge. */
const untold = { across: 0.06, down: 0.02 } as const;

/** The lid, and what is beside the sheet at the least. */
export const withUntold = ({ left, right, top, bottom }: Rim): Rim => {
  const atLeast = (reaches: Uint16Array, least: number) =>
    reaches.map((reach) => Math.max(reach, least));
  const across = Math.round(top.length * untold.across);
  const down = Math.round(left.length * untold.down);
  return {
    left: atLeast(left, across),
    right: atLeast(right, across),
    top: atLeast(top, down),
    bottom: atLeast(bottom, down),
  };
};
