import type { Pdfium } from './pdfium.ts';

/** A picture that a page draws: a scan, a seal, a letterhead. */
export interface DrawnImage {
  /** PDFium's own handle. */
  readonly object: number;
  readonly width: number;
  readonly height: number;
  /** On the page, in square points, without what hangs over its edge counted off. */
  readonly area: number;
  /** Pixels an inch, of the coarser direction. */
  readonly dpi: number;
}

/** What a page draws, as far as it is judged. */
interface Drawn {
  readonly images: readonly DrawnImage[];
  /** Square points of what is written in letters, by how it runs before the page is turned. */
  readonly letters: Letters;
}

/** Counted by quarters clockwise: level, downwards, on its head, upwards. */
type Letters = readonly [number, number, number, number];

const kinds = { text: 1, image: 3, form: 5 } as const;

/** No scanner lays more over each other; a page of thousands of pieces is one of a drawing. */
const most = { objects: 5_000, depth: 4 } as const;

type Numbers = readonly [number, number, number, number];

const pointsPerInch = 72;

/** The matrix of an object: how it stretches what it draws; where it lies does not matter here. */
const matrixOf = ({ call, view, borrow }: Pdfium, object: number): Numbers =>
  borrow(24, (at) => {
    if (!call.FPDFPageObj_GetMatrix(object, at)) return [0, 0, 0, 0];
    const [a = 0, b = 0, c = 0, d = 0] = new Float32Array(view(at, 24).slice().buffer);
    return [a, b, c, d];
  });

const sizeOf = ({ call, view, borrow }: Pdfium, image: number): readonly [number, number] =>
  borrow(8, (at) => {
    if (!call.FPDFImageObj_GetImagePixelSize(image, at, at + 4)) return [0, 0];
    const [width = 0, height = 0] = new Uint32Array(view(at, 8).slice().buffer);
    return [width, height];
  });

/** First `inner`, then `outer`. */
const times = ([a, b, c, d]: Numbers, [e, f, g, h]: Numbers): Numbers => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
];

const imageAt = (pdfium: Pdfium, object: number, outer: Numbers): DrawnImage => {
  const [a, b, c, d] = times(matrixOf(pdfium, object), outer);
  const [width, height] = sizeOf(pdfium, object);
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  const dpi = Math.min(width / across, height / down) * pointsPerInch;
  return {
    object,
    width,
    height,
    area: Math.abs(a * d - b * c),
    dpi: Number.isFinite(dpi) ? dpi : 0,
  };
};

/** Letters of which only a machine reads, as recognition lays them under a scan, have this mode (9.3.6). */
const invisible = 3;

/** A negative size turns letters over as a matrix would (9.4.4). */
const sizeOfLetters = ({ call, view, borrow }: Pdfium, object: number): number =>
  borrow(4, (at) => {
    if (!call.FPDFTextObj_GetFontSize(object, at)) return 0;
    return new Float32Array(view(at, 4).slice().buffer)[0] ?? 0;
  });

/**
 * Which way a piece of text runs, and how much room it takes. Mirrored letters run one way and stand the
 * other: what they are is left to their shapes.
 */
const runOf = (pdfium: Pdfium, object: number, outer: Numbers): readonly [number, number] => {
  const { call, view, borrow } = pdfium;
  if (call.FPDFTextObj_GetTextRenderMode(object) === invisible) return [0, 0];
  const [a, b, c, d] = times(matrixOf(pdfium, object), outer);
  if (a * d - b * c < 0) return [0, 0];
  const room = borrow(16, (at) => {
    if (!call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(
      view(at, 16).slice().buffer,
    );
    return Math.abs((right - left) * (top - bottom));
  });
  const turned = sizeOfLetters(pdfium, object) < 0 ? 2 : 0;
  const quarter = Math.round(-Math.atan2(b, a) / (Math.PI / 2)) + turned;
  return [(quarter + 4) % 4, Number.isFinite(room) ? room : 0];
};

/** All pictures and letters of a page, those inside of forms (ISO 32000-2, 8.10) too. */
export const drawnOn = (pdfium: Pdfium, page: number): Drawn => {
  const { call } = pdfium;
  const images: DrawnImage[] = [];
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  let left: number = most.objects;
  const visitForm = (form: number, outer: Numbers, depth: number): void => {
    const inner = times(matrixOf(pdfium, form), outer);
    const count = Math.min(left, call.FPDFFormObj_CountObjects(form));
    for (let n = 0; n < count; n++) visit(call.FPDFFormObj_GetObject(form, n), inner, depth + 1);
  };
  const visit = (object: number, outer: Numbers, depth: number): void => {
    left -= 1;
    if (left < 0) return;
    const kind = call.FPDFPageObj_GetType(object);
    if (kind === kinds.image) images.push(imageAt(pdfium, object, outer));
    if (kind === kinds.text) {
      const [quarter, room] = runOf(pdfium, object, outer);
      letters[quarter as 0] += room;
    }
    if (kind === kinds.form && depth < most.depth) visitForm(object, outer, depth);
  };
  const count = Math.min(left, call.FPDFPage_CountObjects(page));
  for (let n = 0; n < count; n++) visit(call.FPDFPage_GetObject(page, n), [1, 0, 0, 1], 0);
  return { images, letters };
};

/**
 * Whether most letters stand on their heads once the page is turned by so many quarters clockwise;
 * undefined where there are none.
 */
export const areReversed = (letters: Letters, quarters: number): boolean | undefined => {
  const all = letters.reduce((sum, room) => sum + room, 0);
  const onTheirHeads = letters[((2 - quarters + 4) % 4) as 0];
  return all > 0 ? onTheirHeads > all / 2 : undefined;
};

/**
 * The resolution at which at least half of what is pictured is shown. Where layers lie over each other
 * (mixed raster content), it is the finest that counts: it bears the letters.
 */
export const resolutionOf = (
  images: readonly DrawnImage[],
  pageArea: number,
): number | undefined => {
  const half = Math.min(pageArea, areaOf(images)) / 2;
  let covered = 0;
  return images
    .toSorted((a, b) => b.dpi - a.dpi)
    .find(({ area }) => {
      covered += area;
      return covered >= half;
    })?.dpi;
};

/** A3, and what a scanner adds; in points. */
const largestSheet = 1_250;
const a4LongSide = 842;

/**
 * The page as a sheet of paper: one that is larger than any scanner takes was measured in something else
 * than points, often pixels, and is meant to be A4.
 */
export const sheetScale = (longSide: number): number =>
  longSide > largestSheet ? longSide / a4LongSide : 1;

/** Pixels of the largest. */
export const largestOf = (images: readonly DrawnImage[]): number =>
  Math.max(0, ...images.map(({ width, height }) => width * height));

export const areaOf = (images: readonly DrawnImage[]): number =>
  images.reduce((sum, { area }) => sum + area, 0);
