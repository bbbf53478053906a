import {
  type PagePicture,
  PageRefused,
  type Pixels,
  pictureSize,
  type Shown,
  type ShownFile,
} from '#functions/scanning/ports/page-pictures.ts';
import type { InspectionRefusal } from '#functions/scanning/ports/scan-inspector.ts';
import type { judgeObjects } from '../objects/judge-objects.ts';
import {
  areaOf,
  areReversed,
  drawnOn,
  largestOf,
  resolutionOf,
  sheetScale,
} from './drawn-images.ts';
import { isDamaged } from './image-damage.ts';
import type { Pdfium } from './pdfium.ts';

interface Deps {
  readonly pdfium: () => Promise<Pdfium>;
  /** Whether the file does nothing but show; asked before a page is drawn. */
  readonly mostPixels: number;
  readonly judge: typeof judgeObjects;
  readonly isWholeJpeg: (bytes: Uint8Array) => Promise<boolean>;
}

/** fpdfview.h */
const errors: Readonly<Record<number, InspectionRefusal>> = {
  4: 'encrypted-pdf',
  5: 'encrypted-pdf',
};

/** PDFs, drawn by PDFium as Chrome draws them. */
export const makeShowPdf =
  (deps: Deps) =>
  async (bytes: Uint8Array): Promise<Shown> => {
    const pdfium = await deps.pdfium();
    const { call, view } = pdfium;
    const at = call.malloc(bytes.length);
    if (at === 0) return { ok: false, refusal: 'too-complex' };
    view(at, bytes.length).set(bytes);
    try {
      const document = call.FPDF_LoadMemDocument(at, bytes.length, 0);
      if (document === 0)
        return { ok: false, refusal: errors[call.FPDF_GetLastError()] ?? 'unreadable' };
      const verdict = await deps.judge({ pdfium, document, bytes });
      return verdict.ok
        ? { ok: true, file: shown(deps, { pdfium, document, room: makeRoom(), ...verdict }) }
        : verdict;
    } catch {
      return { ok: false, refusal: 'too-complex' };
    }
  };

interface Opened {
  readonly pdfium: Pdfium;
  readonly room: Room;
  readonly document: number;
  readonly pages: number;
  readonly incomplete: ReadonlySet<number>;
}

/** The instance of PDFium is let go with all its memory when nobody asks for its pages any more. */
const shown = (deps: Deps, opened: Opened): ShownFile => ({
  pages: opened.pages,
  at: async (page) => {
    const picture = await pictureOf(deps, opened, page).catch((error: unknown) => {
      // PDFium ends with an exception where it would take more memory than it may.
      throw error instanceof PageRefused ? error : new PageRefused('too-complex', page, error);
    });
    return opened.incomplete.has(page) ? { ...picture, damaged: true } : picture;
  },
});

const unshown = (page: number): PagePicture => ({
  ...blankPaper({ width: 8, height: 8 }),
  page,
  pictured: 0,
  damaged: true,
});

const blankPaper = ({ width, height }: { width: number; height: number }): Pixels => ({
  data: new Uint8Array(width * height * 3).fill(255),
  width,
  height,
});

const pictureOf = async (
  deps: Deps,
  { pdfium, document, room }: Opened,
  page: number,
): Promise<PagePicture> => {
  const { call } = pdfium;
  const handle = call.FPDF_LoadPage(document, page - 1);
  if (handle === 0) return unshown(page);
  try {
    const [width, height] = [call.FPDF_GetPageWidth(handle), call.FPDF_GetPageHeight(handle)];
    if (!(width > 0 && height > 0)) return unshown(page);
    const { images, letters } = drawnOn(pdfium, handle);
    if (largestOf(images) > deps.mostPixels) throw new PageRefused('too-many-pixels', page);
    const dpi = resolutionOf(images, width * height);
    const scale = sheetScale(Math.max(width, height));
    const isReversed = areReversed(letters, call.FPDFPage_GetRotation(handle));
    const pixels = draw(pdfium, handle, sizeAt(width, height), room);
    return {
      ...pixels,
      page,
      pictured: Math.min(1, areaOf(images) / (width * height)),
      ...(dpi !== undefined && { dpi: dpi * scale }),
      ...(isReversed !== undefined && { isReversed }),
      damaged: await isDamaged({ ...deps, pdfium, page: handle, pixels }, images, width * height),
    };
  } finally {
    call.FPDF_ClosePage(handle);
  }
};

/** In pixels, of a page in points. */
const sizeAt = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(pictureSize.dpi / 72, pictureSize.longSide / Math.max(width, height));
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  return { width: pixels(width), height: pixels(height) };
};

/** Copies bytes out of PDFium's memory, each time to the same place while they are as many. */
type Room = (bytes: Uint8Array) => Uint8Array;

/** Seven megabytes a page would otherwise be swept up after each. */
const makeRoom = (): Room => {
  let room = new Uint8Array(0);
  return (bytes) => {
    if (room.length !== bytes.length) room = new Uint8Array(bytes.length);
    room.set(bytes);
    return room;
  };
};

/** Three bytes a pixel: drawn in two thirds of the time that four take. */
const bgr = 2;
const white = 0xff_ff_ff_ff;
/** fpdfview.h: annotations are drawn, and bytes come as RGB. */
const asShown = 0x01 | 0x10;

const draw = (
  { call, view, borrow }: Pdfium,
  page: number,
  { width, height }: { width: number; height: number },
  room: Room,
): Pixels =>
  borrow(width * height * 3, (at) => {
    const bitmap = call.FPDFBitmap_CreateEx(width, height, bgr, at, width * 3);
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, asShown);
    call.FPDFBitmap_Destroy(bitmap);
    return { data: room(view(at, width * height * 3)), width, height };
  });
