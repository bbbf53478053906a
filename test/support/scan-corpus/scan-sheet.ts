import sharp from 'sharp';
import { scanned } from '#local/play/paper/scan-page.ts';
import { type Die, type Sheet, svgOf } from './draw-sheet.ts';

/** How a sheet passed through the scanner. */
export interface Pass {
  readonly seed: number;
  readonly skewDegrees: number;
  readonly noise: number;
  readonly quality: number;
  /** Sigma in pixels; a good lens gives none. */
  readonly blur: number;
  readonly turn: 0 | 90 | 180;
  /** The sheet slipped, or the camera moved: by so many pixels, in this direction in radians. */
  readonly motion?: { readonly length: number; readonly angle: number };
  /** Pixels an inch; 150 unless told, the least that is no finding of its own, since small pictures are drawn sooner. */
  readonly dpi?: number;
}

/** Most sheets lie nearly straight, some by up to three degrees. */
export const aPass = (die: Die, change: Partial<Pass> = {}): Pass => ({
  seed: Math.floor(die() * 1e6),
  skewDegrees: (die() * 2 - 1) * (die() < 0.7 ? 1 : 3),
  noise: die() * 0.1,
  quality: 45 + Math.floor(die() * 40),
  blur: die() < 0.5 ? 0 : 0.6,
  turn: 0,
  ...change,
});

/** Of one that moved, an edge lies everywhere along the way. */
const smear = ({ length, angle }: NonNullable<Pass['motion']>) => {
  const middle = (length - 1) / 2;
  const kernel = Array.from({ length: length * length }, () => 0);
  for (let way = -middle; way <= middle; way += 0.25) {
    const x = Math.round(middle + way * Math.cos(angle));
    const y = Math.round(middle + way * Math.sin(angle));
    kernel[y * length + x] = (kernel[y * length + x] ?? 0) + 1;
  }
  return { width: length, height: length, kernel };
};

export const scanSheet = async (sheet: Sheet, pass: Pass): Promise<Buffer> => {
  const clean = await scanned({ dpi: 150, ...pass, format: 'jpeg' }, (width, height) =>
    svgOf(sheet, width, height),
  );
  let picture = sharp(clean);
  if (pass.blur > 0) picture = picture.blur(pass.blur);
  if (pass.motion) picture = picture.convolve(smear(pass.motion));
  if (pass.turn > 0) picture = picture.rotate(pass.turn);
  return picture.jpeg({ quality: pass.quality }).toBuffer();
};
