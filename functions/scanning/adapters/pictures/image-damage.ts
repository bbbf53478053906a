import type { Pixels } from '#functions/scanning/ports/page-pictures.ts';
import { areaOf, type DrawnImage } from './drawn-images.ts';
import { isWholeFax } from './fax-rows.ts';
import { isWholeJbig2 } from './jbig2-segments.ts';
import type { Pdfium } from './pdfium.ts';

interface Deps {
  readonly pdfium: Pdfium;
  /** PDFium's handle. */
  readonly page: number;
  readonly isWholeJpeg: (bytes: Uint8Array) => Promise<boolean>;
  /** As PDFium drew the page. */
  readonly pixels: Pixels;
}

/** A seal or a photograph that fails leaves a page that can be read; what covers so much of it does not. */
const leastShare = 0.04;
/** Strips of a scan may be as thin as a line of text; smaller pieces are looked at only where they are the page. */
const smallest = 0.01;

/** Whether pictures that make out much of the page, or strips of one, are cut off or cannot be shown. */
export const isDamaged = async (
  deps: Deps,
  images: readonly DrawnImage[],
  pageArea: number,
): Promise<boolean> => {
  const pieces = images.filter(({ area }) => area < smallest * pageArea);
  const looked = areaOf(pieces) < leastShare * pageArea ? withoutAll(images, pieces) : images;
  let broken = 0;
  for (const image of looked) {
    if (await isWhole(deps, image)) continue;
    broken += image.area;
    if (broken >= leastShare * pageArea) return true;
  }
  return false;
};

const withoutAll = <T>(all: readonly T[], some: readonly T[]): readonly T[] => {
  const left = new Set(some);
  return all.filter((each) => !left.has(each));
};

const isWhole = async (deps: Deps, image: DrawnImage): Promise<boolean> => {
  const { pdfium, page, isWholeJpeg, pixels } = deps;
  const kind = kindOf(lastFilter(pdfium, image.object));
  if (kind === 'plain') return hasAllRows(pdfium, page, image);
  const data = dataOf(pdfium, image.object);
  if (kind === 'fax') return isWholeFax(pdfium, { ...image, data });
  if (kind === 'jpeg') return (endsAsJpeg(data) && !showsNothing(pixels)) || isWholeJpeg(data);
  if (kind === 'jbig2' && !isWholeJbig2(data, image.height)) return false;
  // Of a JPEG 2000 that is not all there PDFium draws nothing, wherever it was cut.
  return isDecodable(pdfium, image);
};

/** How a picture is coded, behind what only packs it (ISO 32000-2, 7.4). */
const coded: Readonly<Record<string, 'jpeg' | 'jpeg-2000' | 'fax' | 'jbig2'>> = {
  DCTDecode: 'jpeg',
  DCT: 'jpeg',
  JPXDecode: 'jpeg-2000',
  CCITTFaxDecode: 'fax',
  CCF: 'fax',
  JBIG2Decode: 'jbig2',
};

const kindOf = (filter: string) => coded[filter] ?? 'plain';

/** Bits that a pixel may take, unpacked: of the file's own number PDFium tells only what it makes of it. */
const depths = [1, 2, 4, 8, 16, 24, 32, 48, 64] as const;
/** Bytes behind the last row that some writers leave. */
const mostBehind = 64;

/** Unpacked there are bytes enough for every row; of one that was cut off there are as many as were left. */
const hasAllRows = (
  { call, view, borrow }: Pdfium,
  page: number,
  { object, width, height }: DrawnImage,
): boolean => {
  const length = call.FPDFImageObj_GetImageDataDecoded(object, 0, 0);
  const told = borrow(28, (at) => {
    if (!call.FPDFImageObj_GetImageMetadata(object, page, at)) return 0;
    return new DataView(view(at, 28).slice().buffer).getUint32(16, true);
  });
  const rows = (bits: number): number => height * Math.ceil((width * bits) / 8);
  if (length === 0 || told === 0) return false;
  if (length >= rows(told)) return true;
  return depths.some((bits) => length >= rows(bits) && length <= rows(bits) + mostBehind);
};

/** Of the shorter way across a page: what a decoder paints where rows are missing is grey all along. */
const edgeShare = 0.015;
const palest = 200;

/** One colour all over, or a rim of one that is not paper's; scanned paper has a grain. */
const showsNothing = (pixels: Pixels): boolean => {
  const { width, height } = pixels;
  if (isOneColour(pixels, { left: 0, top: 0, right: width, bottom: height })) return true;
  const [across, down] = [Math.ceil(width * edgeShare), Math.ceil(height * edgeShare)];
  return [
    { left: 0, top: 0, right: width, bottom: down },
    { left: 0, top: height - down, right: width, bottom: height },
    { left: 0, top: 0, right: across, bottom: height },
    { left: width - across, top: 0, right: width, bottom: height },
  ].some((edge) => !isPale(pixels, edge) && isOneColour(pixels, edge));
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const isPale = ({ data, width }: Pixels, { left, top }: Box): boolean =>
  (data[(top * width + left) * 3] ?? 255) > palest;

const isOneColour = ({ data, width }: Pixels, { left, top, right, bottom }: Box): boolean => {
  const first = data[(top * width + left) * 3];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (data[(y * width + x) * 3] !== first) return false;
  return true;
};

const text = (pdfium: Pdfium, read: (at: number, length: number) => number): string =>
  pdfium.borrow(64, (at) => {
    const length = Math.min(64, read(at, 64));
    return Buffer.from(pdfium.view(at, length)).toString('latin1').replace(/\0.*$/s, '');
  });

const lastFilter = (pdfium: Pdfium, object: number): string => {
  const count = pdfium.call.FPDFImageObj_GetImageFilterCount(object);
  if (count === 0) return '';
  return text(pdfium, (at, length) =>
    pdfium.call.FPDFImageObj_GetImageFilter(object, count - 1, at, length),
  );
};

/** Without the packing that is none of a picture's: of a JPEG its own bytes, however often wrapped. */
const dataOf = ({ call, view, borrow }: Pdfium, object: number): Uint8Array => {
  const length = call.FPDFImageObj_GetImageDataDecoded(object, 0, 0);
  if (length === 0) return new Uint8Array(0);
  return borrow(length, (at) => {
    call.FPDFImageObj_GetImageDataDecoded(object, at, length);
    return view(at, length).slice();
  });
};

/** Where the end marker may lie before the end: some writers pad. */
const padding = 64;
const endMarker = Buffer.from('ffd9', 'hex');

const endsAsJpeg = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-padding)
    .includes(endMarker);

/** A picture of which PDFium makes nothing was not drawn. */
const isDecodable = ({ call }: Pdfium, { object }: DrawnImage): boolean => {
  const bitmap = call.FPDFImageObj_GetBitmap(object);
  if (bitmap === 0) return false;
  call.FPDFBitmap_Destroy(bitmap);
  return true;
};
