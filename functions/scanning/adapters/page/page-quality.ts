import type { PageFinding } from '#domain/scan/findings.ts';
import type { PagePicture } from '#functions/scanning/ports/page-pictures.ts';
import { type Gray, paperOf } from './gray.ts';
import { isBlurred } from './sharpness.ts';

/** A square of some 6 mm is written on when so many of its dots are ink; a speck of dust has fewer. */
const tileSide = 16;
const leastInked = 8;
/** One such square may be a staple or a heap of dust; a word has two. */
const leastWritten = 2;
/** What shines through from the other side of the sheet is paler than this, a pencil is darker. */
const inkDepth = 40;
/**
 * Punched holes and the scanner's lid lie this near to the sides, as a share of the page. A page with deeper
 * holes, or a crooked one, is not called blank: a table that begins there must not be either.
 */
const rim = { across: 0.06, down: 0.02 } as const;
/** Pixels an inch; below it small print is lost. The post scans at 200 (domain §8), offices print at 96. */
const leastDpi = 95;
/** Of the page; the rest is text, which is sharp and fine at any size. */
const leastPictured = 0.5;
/** Paper as dark as this is a cover, or the scanner's open lid: somebody must look at it. */
const darkPaper = 110;

type PageFlaw = Extract<PageFinding, 'blank-page' | 'blurred-page' | 'low-resolution'>;

type Shown = Pick<PagePicture, 'pictured' | 'dpi'>;

/** A scan or a photograph makes out most of the page. */
export const isScanned = ({ pictured }: Pick<PagePicture, 'pictured'>): boolean =>
  pictured >= leastPictured;

/** What a clerk should look at before the citizen leaves. Text is judged for nothing but being there. */
export const flawsOf = (gray: Gray, shown: Shown): readonly PageFlaw[] => {
  const isBlank = isEmpty(gray);
  if (!isScanned(shown)) return isBlank ? ['blank-page'] : [];
  return [
    ...(isBlank ? (['blank-page'] as const) : []),
    ...(!isBlank && isBlurred(gray) ? (['blurred-page'] as const) : []),
    ...((shown.dpi ?? leastDpi) < leastDpi ? (['low-resolution'] as const) : []),
  ];
};

const isEmpty = (gray: Gray): boolean => {
  const paper = paperOf(gray);
  return paper >= darkPaper && writtenTiles(gray, paper - inkDepth) < leastWritten;
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
