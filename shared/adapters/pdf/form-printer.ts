import PDFDocument from 'pdfkit';
import type { FormPrinter } from '#ports/form-printer.ts';
import { drawReceipt } from './receipt.ts';

/** The bytes of a font, by the name of its file. */
export type LoadFont = (name: 'regular.ttf' | 'bold.ttf' | 'italic.ttf') => Promise<Uint8Array>;

/** Forms by pdfkit in Be Vietnam Pro, which has every Vietnamese letter in one file. */
export const makeFormPrinter = (loadFont: LoadFont): FormPrinter => {
  let fonts: Promise<readonly Uint8Array[]> | undefined;
  return {
    receipt: async (form) => {
      fonts ??= Promise.all([
        loadFont('regular.ttf'),
        loadFont('bold.ttf'),
        loadFont('italic.ttf'),
      ]);
      const [regular, bold, italic] = await fonts;
      const document = new PDFDocument({
        size: 'A5',
        margins: { top: 28, bottom: 34, left: 32, right: 32 },
        bufferPages: true,
        lang: 'vi',
        // pdfkit's own default is a standard font whose metrics lie in a file that a bundle lacks.
        font: regular as unknown as string,
        info: {
          Title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${form.code}`,
          CreationDate: new Date(form.printedFor),
          ModDate: new Date(form.printedFor),
        },
      });
      for (const [name, bytes] of [
        ['regular', regular],
        ['bold', bold],
        ['italic', italic],
      ] as const)
        document.registerFont(name, bytes as unknown as ArrayBuffer);
      await drawReceipt(document, form);
      return collect(document);
    },
  };
};

const collect = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
