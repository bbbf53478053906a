import { type Gray, paperOf } from './gray.ts';

/** A square of some 6 mm is written on when so many of its dots are ink; a speck of dust has fewer. */
const tileSide = 16;
const leastInked = 8;
/** One such square may be a staple or a heap of dust; a word has two. */
const leastWritten = 2;
/** What shines through from the other side of the sheet is paler than this, a pencil is darker. */
const inkDepth = 40;
/** Punched holes and the scanner's lid lie this near to the sides, as a share of the page. */
const rim = { across: 0.06, down: 0.02 } as const;
/**
 * Measured on generated pages, with and without scanner noise: sharp print 2.9–4.3, print smeared over
 * two strokes' width 0.1–1.1.
 */
const leastSharpness = 1.5;
/** 150 dpi on A4's long side; below it small print is lost (domain §8 asks for 200). */
const readableSide = 1_200;

export type PageFlaw = 'blank-page' | 'blurred-page' | 'low-resolution';

/** What a clerk should look at before the citizen leaves; `longSide` in pixels of the scan. */
export const flawsOf = (gray: Gray, longSide: number): readonly PageFlaw[] => {
  const isBlank = writtenTiles(gray, paperOf(gray) - inkDepth) < leastWritten;
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && sharpness(gray) < leastSharpness ? (['blurred-page'] as const) : []),
    ...(longSide < readableSide ? (['low-resolution'] as const) : []),
  ];
};

/** Squares that bear more than dust, whatever the paper's tint and however empty the rest is. */
const writtenTiles = ({ data, width, height }: Gray, darkness: number): number => {
  const across = Math.ceil(width / tileSide);
  const inked = new Uint16Array(across * Math.ceil(height / tileSide));
  const [left, top] = [Math.round(width * rim.across), Math.round(height * rim.down)];
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++) {
      if ((data[y * width + x] ?? 255) >= darkness) continue;
      const tile = Math.floor(y / tileSide) * across + Math.floor(x / tileSide);
      inked[tile] = (inked[tile] ?? 0) + 1;
    }
  return inked.filter((count) => count >= leastInked).length;
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
