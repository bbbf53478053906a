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

/** The least that is no finding of its own: small pictures are drawn sooner. */
const dpi = 150;

export const scanSheet = async (sheet: Sheet, pass: Pass): Promise<Buffer> => {
  const clean = await scanned({ ...pass, dpi, format: 'jpeg' }, (width, height) =>
    svgOf(sheet, width, height),
  );
  let picture = sharp(clean);
  if (pass.blur > 0) picture = picture.blur(pass.blur);
  if (pass.turn > 0) picture = picture.rotate(pass.turn);
  return picture.jpeg({ quality: pass.quality }).toBuffer();
};
