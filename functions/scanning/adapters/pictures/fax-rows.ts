import type { Pdfium } from './pdfium.ts';

/** What is coded by ITU-T T.6 (G4), as a document scanner writes black and white. */
interface Fax {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where the end-of-block may lie before the end: some writers pad. */
const padding = 64;
/** Two end-of-line codes behind the last row (T.6, 2.4.1.1), at any bit. */
const endOfBlock = '000000000001000000000001';
/** T.4 (G3) begins with one, and is coded otherwise. */
const endOfLine = /^0{11,}1/;

const bitsOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');

/** A writer may count a row too many. */
const mostMissing = 0.01;

/**
 * Whether all rows are there. One that ends as it should is whole; of any other the rows are counted that
 * PDFium finds in it.
 */
export const isWholeFax = (pdfium: Pdfium, fax: Fax): boolean => {
  const { data, height } = fax;
  if (bitsOf(data.subarray(-padding)).includes(endOfBlock)) return true;
  if (endOfLine.test(bitsOf(data.subarray(0, 8)))) return true;
  return missingRows(pdfium, fax) <= height * mostMissing;
};

/**
 * PDFium paints rows that are missing in one colour, whatever black and white are written as. So the picture
 * is drawn twice, once with both exchanged: a row that looks the same both times is none.
 */
const missingRows = (pdfium: Pdfium, fax: Fax): number => {
  const [plain, exchanged] = [firstLevels(pdfium, fax, false), firstLevels(pdfium, fax, true)];
  return plain.filter((level, row) => level === exchanged[row]).length;
};

/** Of each row, how bright its first pixel is. */
const firstLevels = (pdfium: Pdfium, fax: Fax, blackIs1: boolean): readonly number[] => {
  const pdf = pdfOf(fax, blackIs1);
  return pdfium.borrow(pdf.length, (at) => {
    pdfium.view(at, pdf.length).set(pdf);
    const document = pdfium.call.FPDF_LoadMemDocument(at, pdf.length, 0);
    const page = pdfium.call.FPDF_LoadPage(document, 0);
    try {
      return leftmost(pdfium, pdfium.call.FPDFPage_GetObject(page, 0), fax.height);
    } finally {
      pdfium.call.FPDF_ClosePage(page);
      pdfium.call.FPDF_CloseDocument(document);
    }
  });
};

/** Nothing was drawn where there is no bitmap: then every row is missing. */
const leftmost = ({ call, view }: Pdfium, image: number, height: number): readonly number[] => {
  const bitmap = call.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return Array.from({ length: height }, () => 0);
  const [stride, start] = [call.FPDFBitmap_GetStride(bitmap), call.FPDFBitmap_GetBuffer(bitmap)];
  const levels = Array.from({ length: call.FPDFBitmap_GetHeight(bitmap) }, (_, row) => {
    const [level = 0] = view(start + row * stride, 1);
    return level;
  });
  call.FPDFBitmap_Destroy(bitmap);
  return levels;
};

/** A page that draws nothing else. */
const pdfOf = ({ data, width, height }: Fax, blackIs1: boolean): Buffer => {
  const size = `/Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray`;
  const coded = `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${height} /BlackIs1 ${blackIs1} >>`;
  const content = '1 0 0 1 0 0 cm /I Do';
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image ${size} ${coded} /Length ${data.length} >> stream
`,
    ),
    data,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
};
