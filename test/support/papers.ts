import { createHash } from 'node:crypto';
import sharp from 'sharp';

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A page of black bars on white: sharp edges, far from blank; each seed another file. */
export const jpegPage = (seed = 1): Promise<Buffer> => {
  const bars = Array.from(
    { length: 40 },
    (_, n) =>
      `<rect x="100" y="${100 + n * 38}" width="${300 + ((n * 97 + seed * 131) % 700)}" height="14"/>`,
  ).join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="100%" height="100%" fill="#fff"/>${bars}</svg>`;
  return sharp(Buffer.from(page)).jpeg({ quality: 80 }).toBuffer();
};

/** A page with nothing on it. */
export const blankPage = (): Promise<Buffer> =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
