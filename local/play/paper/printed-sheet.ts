import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { type PaperPage, scanned } from './scan-page.ts';

/** Prints of ours through the scanner, a picture a page: what is drawn is there, letters are not. */
export const scanPrint = async (
  pdf: Uint8Array,
  settings: Pick<PaperPage, 'seed' | 'skewDegrees' | 'noise' | 'dpi'>,
): Promise<readonly Buffer[]> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return Promise.all(
    document.getPages().map((page, n) => {
      const stream = page.node.Contents();
      if (!(stream instanceof PDFRawStream)) throw new Error('expected one content stream');
      const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      const { width, height } = page.getSize();
      const svg = `viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fbfaf7"/>
        <path transform="matrix(1 0 0 -1 0 ${height})" fill="#16161a" fill-rule="evenodd" d="${outlinesOf(content)}"/></svg>`;
      return scanned(
        { ...settings, seed: settings.seed + n, format: 'jpeg' },
        (w, h) => `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" ${svg}`,
      );
    }),
  );
};

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `m` first, then `by` (ISO 32000-2, 8.3.4). */
const multiplied = (m: Matrix, by: Matrix): Matrix => [
  m[0] * by[0] + m[1] * by[2],
  m[0] * by[1] + m[1] * by[3],
  m[2] * by[0] + m[3] * by[2],
  m[2] * by[1] + m[3] * by[3],
  m[4] * by[0] + m[5] * by[2] + by[4],
  m[4] * by[1] + m[5] * by[3] + by[5],
];

interface Pen {
  readonly saved: Matrix[];
  matrix: Matrix;
  path: string;
  filled: string;
}

const at = ({ matrix: [a, b, c, d, e, f] }: Pen, [x = 0, y = 0]: readonly number[]): string =>
  `${a * x + c * y + e} ${b * x + d * y + f}`;

const fill = (pen: Pen): void => {
  pen.filled += pen.path;
  pen.path = '';
};

/** What pdfkit writes for shapes; letters have operators of their own. */
const operators: Readonly<Record<string, (pen: Pen, numbers: readonly number[]) => void>> = {
  q: (pen) => {
    pen.saved.push(pen.matrix);
  },
  Q: (pen) => {
    pen.matrix = pen.saved.pop() ?? identity;
  },
  cm: (pen, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
    pen.matrix = multiplied([a, b, c, d, e, f], pen.matrix);
  },
  m: (pen, numbers) => {
    pen.path += `M${at(pen, numbers)}`;
  },
  l: (pen, numbers) => {
    pen.path += `L${at(pen, numbers)}`;
  },
  h: (pen) => {
    pen.path += 'Z';
  },
  f: fill,
  'f*': fill,
  S: (pen) => {
    pen.path = '';
  },
};

/** Path data of everything that the page fills, in points from the lower left corner. */
const outlinesOf = (content: string): string => {
  const pen: Pen = { saved: [], matrix: identity, path: '', filled: '' };
  for (const line of content.split('\n')) {
    const words = line.trim().split(' ');
    operators[words.pop() ?? '']?.(pen, words.map(Number));
  }
  return pen.filled;
};
