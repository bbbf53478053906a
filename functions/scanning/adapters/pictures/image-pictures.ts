import type { Metadata } from 'sharp';
import {
  type PagePicture,
  pictureSize,
  type Shown,
  type ShownFile,
} from '#functions/scanning/ports/page-pictures.ts';
import type { InspectionRefusal } from '#functions/scanning/ports/scan-inspector.ts';
import { densityOf } from './density.ts';
import { ownBytes } from './load-sharp.ts';
import { isOverPixelLimit, type ReadImageDeps, readCarefully } from './read-image.ts';
import { type Place, pagesAmongPictures } from './tiff-pages.ts';

/** JPEG, PNG, TIFF and WebP, read by libvips: turned as EXIF says, on white, in the colours of a screen. */
export const makeShowImage =
  (deps: ReadImageDeps) =>
  async (bytes: Uint8Array): Promise<Shown> => {
    try {
      // A picture of which half is missing is found out now, not after its first pages were kept.
      const places = await placesIn(deps, bytes);
      const first = await pictureOf(deps, { bytes, page: 1, place: places?.[0] });
      return { ok: true, file: shown(deps, { bytes, first, places }) };
    } catch (error) {
      return { ok: false, refusal: await refusalFor(deps, bytes, error) };
    }
  };

/**
 * Where the pages of a TIFF lie whose pictures are not all pages. Only where libvips counts as many pictures:
 * else it reads the file otherwise than we do.
 */
const placesIn = async (
  { sharp, mostPixels }: ReadImageDeps,
  bytes: Uint8Array,
): Promise<readonly Place[] | undefined> => {
  const among = pagesAmongPictures(bytes);
  if (!among) return undefined;
  const { pages } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
  return pages === among.pictures ? among.pages : undefined;
};

/** A picture whose size can be told, but not its rows, is a piece of one. */
const refusalFor = async (
  { sharp }: ReadImageDeps,
  bytes: Uint8Array,
  error: unknown,
): Promise<InspectionRefusal> => {
  if (isOverPixelLimit(error)) return 'too-many-pixels';
  if (isPartOfWebp(bytes)) return 'damaged-file';
  const hasHeader = await sharp(bytes)
    .metadata()
    .then(
      () => true,
      () => false,
    );
  return hasHeader ? 'damaged-file' : 'unreadable';
};

/** Of a WebP nothing can be told before all is there, but how long it should be: in its fifth to eighth byte. */
const isPartOfWebp = (file: Uint8Array): boolean => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.readUInt32LE(4) + 8 > bytes.length;
};

interface Opened {
  readonly bytes: Uint8Array;
  readonly first: PagePicture & { readonly pages: number };
  /** In turn unless told. */
  readonly places: readonly Place[] | undefined;
}

const shown = (deps: ReadImageDeps, { bytes, first, places }: Opened): ShownFile => ({
  pages: places?.length ?? first.pages,
  at: async (page) =>
    page === 1
      ? first
      : pictureOf(deps, { bytes, page, place: places?.[page - 1] }).catch(() => ({
          ...first,
          page,
          damaged: true,
        })),
});

interface OnePage {
  readonly bytes: Uint8Array;
  readonly page: number;
  readonly place: Place | undefined;
}

const pictureOf = (deps: ReadImageDeps, { bytes, page, place = { page: page - 1 } }: OnePage) =>
  readCarefully(deps, { bytes, place }, async (reading) => {
    const header = await reading.metadata();
    const side = pictureSize.longSide;
    const { data, info } = await reading
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      data: ownBytes(data),
      width: info.width,
      height: info.height,
      page,
      pages: header.pages ?? 1,
      pictured: 1,
      dpi: resolutionOf(header),
      damaged: false,
    };
  });

/** What cameras and editors write where they do not know. */
const meaningless = new Set([1, 72, 96]);
/** A4, the sheet that is meant where the file does not say. */
const a4LongSide = 11.7;

const resolutionOf = (header: Metadata): number => {
  const density = densityOf(header);
  return density !== undefined && !meaningless.has(Math.round(density))
    ? density
    : Math.max(header.width, header.height) / a4LongSide;
};

/** Whether a JPEG out of another file has all its rows. */
export const makeIsWholeJpeg =
  (deps: ReadImageDeps) =>
  async (bytes: Uint8Array): Promise<boolean> =>
    readCarefully(deps, { bytes }, (reading) => reading.resize(8).raw().toBuffer()).then(
      () => true,
      () => false,
    );
