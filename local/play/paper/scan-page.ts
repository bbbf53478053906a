import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { fontFile, textPath, widthOf, wrapped } from './glyphs.ts';
import { grain } from './grain.ts';
import { penBlue, penStroke, sealSvg } from './seal.ts';

/** A sheet as it lies on the scanner: tinted paper, print, a signature, skew and grain. */
export interface PaperPage {
  /** The same seed gives the same bytes. */
  readonly seed: number;
  readonly title: string;
  /** `Label: value` is set with the value in ink on a dotted line. */
  readonly lines: readonly string[];
  readonly skewDegrees: number;
  /** Grain, 0–1. */
  readonly noise: number;
  /** Along the rim of a red round stamp; none unless told. */
  readonly stamp?: string;
  /** Dots per inch of the scan; A4 is 8.27 × 11.69 inches. */
  readonly dpi: number;
}

type Format = 'jpeg' | 'png';

export const scanPage = (page: PaperPage & { readonly format: Format }): Promise<Buffer> =>
  scanned(page, (width, height) => sheetOf(page, width, height));

/** A drawn sheet of A4 through the scanner. */
export const scanned = async (
  page: Pick<PaperPage, 'seed' | 'skewDegrees' | 'noise' | 'dpi'> & { readonly format: Format },
  draw: (width: number, height: number) => string,
): Promise<Buffer> => {
  const width = Math.round(8.27 * page.dpi);
  const height = Math.round(11.69 * page.dpi);
  const { data, ...raw } = await grain({ ...page, width, height });
  const sheet = sharp(Buffer.from(draw(width, height)))
    .rotate(page.skewDegrees, { background: '#d9d6cf' })
    .resize(width, height, { fit: 'cover' })
    .composite([{ input: data, raw, blend: 'multiply' }])
    .flatten({ background: '#ffffff' });
  return page.format === 'jpeg'
    ? sheet.jpeg({ quality: 78 }).toBuffer()
    : sheet.png({ compressionLevel: 8, palette: true, colours: 48, dither: 0 }).toBuffer();
};

/** A certificate's cover: gold on dark red. */
export const darkCover = (
  page: Pick<PaperPage, 'seed' | 'skewDegrees' | 'noise' | 'dpi'>,
): Promise<Buffer> =>
  scanned({ ...page, format: 'jpeg' }, (width, height) => {
    const title = centred(['GIẤY CHỨNG NHẬN', 'QUYỀN SỬ DỤNG ĐẤT'], 120, 7).svg;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 ${(210 * height) / width}">
      <rect width="100%" height="100%" fill="#6e1118"/><g fill="#c9a646">${title}</g></svg>`;
  });

/** As document scanners write it: one bit a pixel, coded by G4, in a TIFF. */
export const blackAndWhite = (picture: Buffer): Promise<Buffer> =>
  sharp(picture)
    .greyscale()
    .threshold(140)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();

/** Millimetres of A4. */
const left = 24;
const right = 190;
const textSize = 4.4;

const sheetOf = (page: PaperPage, width: number, height: number): string => {
  const shade = 247 + (page.seed % 5);
  const title = centred(balanced(page.title, { size: 5.4, bold: true }), 54, 5.4);
  const body = bodyOf(page.lines, title.end + 8);
  // Beneath the text, but never off the sheet.
  const foot = Math.min(Math.max(body.end + 12, 150), 235);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 ${(210 * height) / width}">
    <rect width="100%" height="100%" fill="rgb(${shade},${shade},${shade - 7})"/>
    <g fill="#1c1c22">
      ${centred(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], 24, 4.4).svg}
      <path d="M82 33.4H128" stroke="#1c1c22" stroke-width="0.3"/>
      ${title.svg}${body.svg}
      ${textPath('NGƯỜI LÀM ĐƠN', { x: 150, y: foot, size: 4.2, bold: true, centred: true })}
      ${textPath('(Ký và ghi rõ họ tên)', { x: 150, y: foot + 6, size: 3.6, centred: true })}
    </g>
    <path transform="translate(132 ${foot + 12}) scale(0.3)" d="${penStroke}" fill="none" stroke="${penBlue}" stroke-width="2.4" stroke-linecap="round"/>
    ${page.stamp ? sealSvg({ rim: page.stamp, radius: 17 }, 62, foot + 14) : ''}
  </svg>`;
};

/** As few lines as fit, of about equal length: no word stands alone below a title. */
const balanced = (text: string, lettering: Parameters<typeof wrapped>[2]): readonly string[] => {
  const lines = wrapped(text, right - left, lettering);
  let width = right - left;
  while (width > 40 && wrapped(text, width - 4, lettering).length === lines.length) width -= 4;
  return wrapped(text, width, lettering);
};

interface Part {
  readonly svg: string;
  /** Where the next part may begin. */
  readonly end: number;
}

const centred = (lines: readonly string[], top: number, size: number): Part => ({
  svg: lines
    .map((line, n) =>
      textPath(line, { x: 105, y: top + n * size * 1.6, size, bold: true, centred: true }),
    )
    .join(''),
  end: top + lines.length * size * 1.6,
});

const bodyOf = (lines: readonly string[], top: number): Part => {
  let y = top;
  const svg = lines.flatMap((line) => {
    const label = /^[^:]+:/.exec(line)?.[0];
    return wrapped(line, right - left, { size: textSize }).map((text, n) => {
      y += 9;
      // A line without a colon is all print; of the others, what follows the label is ink.
      const printed = label === undefined ? text : (n === 0 && `${label} `) || '';
      return lineOf(text, printed.length > text.length ? text : printed, y);
    });
  });
  return { svg: svg.join(''), end: y };
};

/** What is printed is black; what somebody filled in after the colon is in ink, on dots. */
const lineOf = (text: string, label: string, y: number): string => {
  const size = textSize;
  if (label === text) return textPath(text, { x: left, y, size });
  const start = left + widthOf(label, { size });
  return `<path d="M${start} ${y + 1.2}H${right}" stroke="#55555f" stroke-width="0.3" stroke-dasharray="0.3 1.1"/>
    ${textPath(label, { x: left, y, size })}
    <g fill="${penBlue}">${textPath(text.slice(label.length), { x: start, y, size })}</g>`;
};

/** Several sheets in one PDF, as a document scanner writes them. */
export const scanPdf = async ({
  pages,
}: {
  readonly pages: readonly PaperPage[];
}): Promise<Buffer> => {
  const document = openPdf('Bản chụp', { autoFirstPage: false });
  const bytes = bytesOf(document);
  for (const page of pages) {
    const image = await scanPage({ ...page, format: 'jpeg' });
    document.addPage({ size: 'A4', margin: 0 }).image(image, 0, 0, { width: 595.28 });
  }
  document.end();
  return bytes;
};

/** Of a fixed date: the same sheets give the same bytes. */
export const openPdf = (title: string, options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument =>
  new PDFDocument({
    ...options,
    lang: 'vi-VN',
    font: fontFile('400Regular') as unknown as string,
    info: { Title: title, CreationDate: new Date(0), ModDate: new Date(0) },
  });

export const bytesOf = (document: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
