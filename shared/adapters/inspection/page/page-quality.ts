import { type Gray, paperOf } from './gray.ts';

/** Ink covers less than this share of a blank page: dust and a shadow, no line of text. */
const blankInkShare = 0.0015;
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
  const isBlank = inkShare(gray) < blankInkShare;
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && sharpness(gray) < leastSharpness ? (['blurred-page'] as const) : []),
    ...(longSide < readableSide ? (['low-resolution'] as const) : []),
  ];
};

/** Share of the page that is clearly darker than the paper, whatever the paper's tint. */
const inkShare = (gray: Gray): number => {
  const { data } = gray;
  const darkness = paperOf(gray) - 60;
  let ink = 0;
  for (let n = 0; n < data.length; n++) if ((data[n] ?? 255) < darkness) ink += 1;
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
