import type { PageFinding } from '#domain/scan/findings.ts';
import type { PagePicture } from '#functions/scanning/ports/page-pictures.ts';
import { isEmptySheet } from './empty-sheet.ts';
import type { GrayPage } from './gray.ts';
import { isBlurred } from './sharpness.ts';

/** Pixels an inch; below it small print is lost. The post scans at 200 (domain §8), offices print at 96. */
const leastDpi = 95;
/** Of the page; the rest is text, which is sharp and fine at any size. */
const leastPictured = 0.5;
type PageFlaw = Extract<PageFinding, 'blank-page' | 'blurred-page' | 'low-resolution'>;

type Shown = Pick<PagePicture, 'pictured' | 'dpi'>;

/** A scan or a photograph makes out most of the page. */
export const isScanned = ({ pictured }: Pick<PagePicture, 'pictured'>): boolean =>
  pictured >= leastPictured;

/** What a clerk should look at before the citizen leaves. Text is judged for nothing but being there. */
export const flawsOf = (page: GrayPage, shown: Shown): readonly PageFlaw[] => {
  const isBlank = isEmptySheet(page);
  if (!isScanned(shown)) return isBlank ? ['blank-page'] : [];
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && isBlurred(page.judged) ? (['blurred-page'] as const) : []),
    ...((shown.dpi ?? leastDpi) < leastDpi ? (['low-resolution'] as const) : []),
  ];
};
