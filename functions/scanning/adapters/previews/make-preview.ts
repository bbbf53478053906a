import { ownBytes, type Sharp } from '#functions/scanning/adapters/pictures/load-sharp.ts';
import {
  type PagePicture,
  type Pixels,
  pictureSize,
} from '#functions/scanning/ports/page-pictures.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import { boxed, scaled } from './resize.ts';

/** Of a page's picture, which is drawn at 150 dots an inch. */
const share = 120 / pictureSize.dpi;
const thumbnailSide = 240;

/** Made smaller here, not by sharp: handing it pixels and taking them back costs more than the work itself. */
export const makePreviewOf =
  (sharp: Sharp) =>
  async ({ page, ...picture }: PagePicture): Promise<PagePreview> => {
    const jpeg = async ({ data, width, height }: Pixels, quality: number) =>
      ownBytes(
        await sharp(data, { raw: { width, height, channels: 3 } })
          .jpeg({ quality, optimiseCoding: false })
          .toBuffer(),
      );
    const longSide = Math.max(picture.width, picture.height);
    const step = Math.max(1, Math.floor(longSide / thumbnailSide));
    const small = Math.min(1, thumbnailSide / longSide);
    return {
      page,
      image: await jpeg(scaled(picture, sizeOf(picture, share)), 70),
      thumbnail: await jpeg(scaled(boxed(picture, step), sizeOf(picture, small)), 60),
    };
  };

const sizeOf = ({ width, height }: Pixels, by: number) => ({
  width: Math.max(1, Math.round(width * by)),
  height: Math.max(1, Math.round(height * by)),
});
