import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { qrCode } from '#adapters/pdf/codes.ts';
import { coverSheetPayload } from '#adapters/pdf/cover-sheets.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';

/** A4 at 150 dpi. */
const a4 = { width: 1240, height: 1754 };

export const blankSheet = (): Promise<Buffer> =>
  sharp({ create: { ...a4, channels: 3, background: '#f6f4ef' } })
    .jpeg()
    .toBuffer();

/** A cover sheet as the scanner gives it: only its code is drawn, at the size of the print. */
export const coverSheet = (
  dossierId: DossierId,
  component: string,
  pages: number,
): Promise<Buffer> => {
  const name = { name: '', copyKind: 'bản chính', count: 1 } as const;
  const code = qrCode(coverSheetPayload(dossierId, { id: component, pages, ...name }));
  const scale = 625 / code.width;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${a4.width}" height="${a4.height}">
    <rect width="100%" height="100%" fill="#fbfaf7"/>
    <path transform="translate(307 320) scale(${scale})" fill-rule="evenodd" d="${code.path}"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 75 }).toBuffer();
};

/** One picture a page, as a document feeder writes it. */
export const pdfOfJpegs = async (pictures: readonly Uint8Array[]): Promise<Buffer> => {
  const document = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await document.embedJpg(picture);
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await document.save());
};

export const upsideDown = (picture: Uint8Array): Promise<Buffer> =>
  sharp(picture).rotate(180).jpeg({ quality: 80 }).toBuffer();
