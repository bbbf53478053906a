import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { fontFile, textPath } from './glyphs.ts';

/** A sheet as it lies on the scanner: tinted paper, print, a red stamp, skew and grain. */
export interface PaperPage {
  /** The same seed gives the same bytes. */
  readonly seed: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly skewDegrees: number;
  /** Grain, 0–1. */
  readonly noise: number;
  /** Dots per inch of the scan; A4 is 8.27 × 11.69 inches. */
  readonly dpi: number;
}

export const scanPage = async (
  page: PaperPage & { readonly format: 'jpeg' | 'png' },
): Promise<Buffer> => {
  const width = Math.round(8.27 * page.dpi);
  const height = Math.round(11.69 * page.dpi);
  const sheet = sharp(Buffer.from(sheetOf(page, width, height)))
    .rotate(page.skewDegrees, { background: '#e9e6df' })
    .resize(width, height, { fit: 'cover' })
    .composite([{ input: await grain(page, width, height), blend: 'multiply' }])
    .flatten({ background: '#ffffff' });
  return page.format === 'jpeg'
    ? sheet.jpeg({ quality: 78 }).toBuffer()
    : sheet.png({ compressionLevel: 8, palette: true, colours: 64 }).toBuffer();
};

const sheetOf = ({ title, lines, seed }: PaperPage, width: number, height: number): string => {
  const unit = width / 210;
  const body = lines
    .flatMap((line) => [line, '. '.repeat(70)])
    .map((line, n) => textPath(line, { x: 22 * unit, y: (78 + n * 9) * unit, size: 4.4 * unit }));
  const shade = 246 + (seed % 5);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${shade},${shade},${shade - 6})"/>
    <g fill="#1c1c22">
      ${textPath('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { x: 62 * unit, y: 24 * unit, size: 4.4 * unit, bold: true })}
      ${textPath('Độc lập - Tự do - Hạnh phúc', { x: 76 * unit, y: 31 * unit, size: 4.4 * unit, bold: true })}
      ${textPath(title.slice(0, 62), { x: 22 * unit, y: 55 * unit, size: 5 * unit, bold: true })}
      ${body.join('')}
    </g>
    ${stamp(width * 0.68, height * 0.72, 17 * unit)}
  </svg>`;
};

const stamp = (x: number, y: number, radius: number): string =>
  `<g fill="none" stroke="#c8102e" stroke-width="${radius / 12}" opacity="0.8">
    <circle cx="${x}" cy="${y}" r="${radius}"/><circle cx="${x}" cy="${y}" r="${radius * 0.68}"/>
  </g>
  <g fill="#c8102e" opacity="0.8">${textPath('ĐÃ TIẾP NHẬN', { x: x - radius * 0.6, y, size: radius * 0.17, bold: true })}</g>`;

/** Grain from a small generator of our own (mulberry32), so that a seed repeats. */
const grain = ({ seed, noise }: PaperPage, width: number, height: number): Promise<Buffer> => {
  const random = mulberry32(seed);
  const columns = Math.ceil(width / 3);
  const rows = Math.ceil(height / 3);
  const pixels = Uint8Array.from(
    { length: columns * rows },
    () => 255 - Math.floor(random() * noise * 255),
  );
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(width, height, { kernel: 'nearest' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
};

const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Several sheets in one PDF, as a document scanner writes them. */
export const scanPdf = async ({
  pages,
}: {
  readonly pages: readonly PaperPage[];
}): Promise<Buffer> => {
  const document = new PDFDocument({
    autoFirstPage: false,
    font: fontFile('400Regular') as unknown as string,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const bytes = bytesOf(document);
  for (const page of pages) {
    const image = await scanPage({ ...page, format: 'jpeg' });
    document.addPage({ size: 'A4', margin: 0 }).image(image, 0, 0, { width: 595.28 });
  }
  document.end();
  return bytes;
};

export const bytesOf = (document: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
