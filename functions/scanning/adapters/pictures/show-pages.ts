import type { ShowPages } from '#functions/scanning/ports/page-pictures.ts';
import { judgeObjects } from '../objects/judge-objects.ts';
import { makeIsWholeJpeg, makeShowImage } from './image-pictures.ts';
import type { Sharp } from './load-sharp.ts';
import { makeShowPdf } from './pdf-pictures.ts';
import { makePdfiums } from './pdfium.ts';
import type { LoadWasm } from './webassembly.ts';

export interface Engines {
  readonly loadWasm: LoadWasm;
  readonly sharp: Sharp;
}

interface Limits {
  /** Of one picture. */
  readonly pixels: number;
  /** What PDFium may take for one file, in bytes. */
  readonly memory: number;
}

/** Pages out of all that scanners and offices write. */
export const makeShowPages = ({ loadWasm, sharp }: Engines, limits: Limits): ShowPages => {
  const images = { sharp, mostPixels: limits.pixels };
  const showImage = makeShowImage(images);
  const showPdf = makeShowPdf({
    pdfium: makePdfiums(loadWasm, limits),
    mostPixels: limits.pixels,
    judge: judgeObjects,
    isWholeJpeg: makeIsWholeJpeg(images),
  });
  return (bytes, mediaType) =>
    mediaType === 'application/pdf' ? showPdf(bytes) : showImage(bytes);
};
