import type {
  InspectionRefusal,
  InspectionResult,
} from '#functions/scanning/ports/scan-inspector.ts';
import type { makeImageDecoders, Pixels } from './image-decoders.ts';
import { readJpegStructure } from './jpeg-structure.ts';
import { reduce } from './page/gray.ts';
import type { makePageReader } from './page/page-reader.ts';
import { type Likeness, likenessOf } from './page/same-page.ts';
import { hasSoundPixels } from './png-pixel-data.ts';
import { readPngStructure } from './png-structure.ts';
import { isAlsoAnotherType } from './polyglot.ts';

type Decoders = ReturnType<typeof makeImageDecoders>;
type ImageType = 'image/jpeg' | 'image/png';

const refused = (refusal: InspectionRefusal): InspectionResult => ({ ok: false, refusal });

interface Prepared {
  readonly width: number;
  readonly height: number;
  /** How much more a pixel costs in memory than in a plain picture. */
  readonly weight: number;
  readonly end: number;
  /** Undefined when the pixels turn out damaged. */
  readonly decode: () => Promise<Pixels | undefined>;
}

const prepareJpeg = (bytes: Uint8Array, decoders: Decoders): Prepared | undefined => {
  const jpeg = readJpegStructure(bytes);
  return jpeg && { ...jpeg, weight: jpeg.progressive ? 2 : 1, decode: () => decoders.jpeg(bytes) };
};

const preparePng = (bytes: Uint8Array, decoders: Decoders): Prepared | undefined => {
  const png = readPngStructure(bytes);
  return (
    png && {
      width: png.width,
      height: png.height,
      weight: 1,
      end: bytes.length,
      decode: async () => ((await hasSoundPixels(png)) ? decoders.png(png.bare) : undefined),
    }
  );
};

interface Decoding {
  readonly decoders: Decoders;
  readonly maximumPixels: number;
}

const isTooLarge = ({ width, height, weight }: Prepared, maximumPixels: number): boolean =>
  width * height * weight > maximumPixels;

/** A JPEG out of another file, under the same limits; undefined when it breaks one. */
export const decodeJpeg = async (
  bytes: Uint8Array,
  { decoders, maximumPixels }: Decoding,
): Promise<Pixels | undefined> => {
  const image = prepareJpeg(bytes, decoders);
  if (!image || image.width < 1 || image.height < 1 || isTooLarge(image, maximumPixels))
    return undefined;
  return image.decode().catch(() => undefined);
};

/** Structure first, then size, and only then pixels: the decoder meets nothing that could surprise it. */
const decodeImage = async (
  bytes: Uint8Array,
  mediaType: ImageType,
  { decoders, maximumPixels }: Decoding,
): Promise<Pixels | InspectionRefusal> => {
  const prepare = mediaType === 'image/png' ? preparePng : prepareJpeg;
  const image = prepare(bytes, decoders);
  if (!image || image.width < 1 || image.height < 1) return 'unreadable';
  if (isTooLarge(image, maximumPixels)) return 'too-many-pixels';
  if (isAlsoAnotherType(bytes, image.end)) return 'type-mismatch';
  return (await image.decode().catch(() => undefined)) ?? 'unreadable';
};

type Reading = Decoding & { readonly readPage: ReturnType<typeof makePageReader> };

export const inspectImage = async (
  bytes: Uint8Array,
  mediaType: ImageType,
  reading: Reading,
): Promise<InspectionResult> => {
  const pixels = await decodeImage(bytes, mediaType, reading);
  if (typeof pixels === 'string') return refused(pixels);
  const { width, height } = pixels;
  const { findings, mark } = await reading.readPage(pixels);
  return {
    ok: true,
    inspection: { mediaType, pages: 1, width, height, findings, marks: [mark] },
  };
};

/** What a picture that was inspected before is compared by. */
export const likenessIn = async (
  bytes: Uint8Array,
  mediaType: ImageType,
  decoding: Decoding,
): Promise<Likeness | undefined> => {
  const pixels = await decodeImage(bytes, mediaType, decoding);
  return typeof pixels === 'string' ? undefined : likenessOf(reduce(pixels));
};
