import sharp, { type Sharp } from 'sharp';
import { pdfOf, streamOf, textPage } from '#test/unit/scanning/inspection/corpus.ts';
import type { Files } from './measure-limits.ts';

/** 59 megapixels: a little less than is refused. */
const side = 7_680;

const large = (): Sharp => textPage().resize(side, side, { fit: 'fill' });

const pages = 300;

/** One picture on three hundred pages: a small file, and each page is unpacked anew. */
const thick = (colours: string, jpeg: Uint8Array): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${n + 5} 0 R`).join(' ')}] >>`,
    streamOf('', Buffer.from('595 0 0 842 0 0 cm /P Do')),
    streamOf(
      `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /${colours} /Filter /DCTDecode`,
      jpeg,
    ),
    ...Array.from(
      { length: pages },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /P 4 0 R >> >> >>',
    ),
  ]);

const jpegOf = (colours: 'cmyk' | 'srgb'): Promise<Buffer> =>
  large().toColourspace(colours).jpeg({ quality: 30, progressive: true }).toBuffer();

/** Measured on a dozen codings of such pictures: of those that are taken, these need most. */
export const largestFiles = {
  '300 pages of 59 megapixels, progressive CMYK': async () => [
    thick('DeviceCMYK', await jpegOf('cmyk')),
    'application/pdf',
  ],
  '59 megapixels of 64 bits, interlaced': async () => [
    await sharp({
      create: { width: side, height: side, channels: 4, background: '#eeeeeee6' },
    })
      .toColourspace('rgb16')
      .png({ progressive: true })
      .toBuffer(),
    'image/png',
  ],
  '300 pages of 59 megapixels, without its end marker': async () => [
    thick('DeviceRGB', (await jpegOf('srgb')).subarray(0, -2)),
    'application/pdf',
  ],
  '59 megapixels of CMYK': async () => [await jpegOf('cmyk'), 'image/jpeg'],
} satisfies Files;
