import PDFDocument from 'pdfkit';
import type { Doc } from './typesetting.ts';

export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
}

interface Paper {
  readonly size: 'A4' | 'A5' | 'A6';
  readonly landscape?: boolean;
  readonly margin: number;
  readonly title: string;
  readonly printedFor: number;
}

/** An empty document. pdfkit derives its file id from these facts, so equal forms give equal bytes. */
export const openPaper = (fonts: Fonts, paper: Paper): Doc => {
  const { margin } = paper;
  const date = new Date(paper.printedFor);
  const document = new PDFDocument({
    size: paper.size,
    layout: paper.landscape ? 'landscape' : 'portrait',
    margins: { top: margin, bottom: margin + 2, left: margin, right: margin },
    bufferPages: true,
    lang: 'vi-VN',
    displayTitle: true,
    // pdfkit's own default is a standard font whose metrics lie in a file that a bundle lacks.
    font: fonts.regular as unknown as string,
    info: { Title: paper.title, CreationDate: date, ModDate: date },
  });
  for (const [name, bytes] of Object.entries(fonts)) document.registerFont(name, bytes);
  return document;
};

export const bytesOf = (document: Doc): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
