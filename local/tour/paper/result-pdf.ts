import PDFDocument from 'pdfkit';
import { fontFile } from './glyphs.ts';
import { bytesOf } from './scan-page.ts';

export interface ResultPaper {
  readonly dossierCode: string;
  readonly agency: string;
  readonly decision: string;
  readonly signer: string;
  readonly signedAt: string;
}

/** A decision that looks signed and stamped; it carries no real signature. */
export const resultPdf = (paper: ResultPaper): Promise<Buffer> => {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    font: fontFile('400Regular') as unknown as string,
    info: { Title: `Kết quả ${paper.dossierCode}` },
  });
  document.registerFont('bold', fontFile('700Bold') as unknown as ArrayBuffer);
  const bytes = bytesOf(document);
  document.font('bold').fontSize(11).text(paper.agency.normalize('NFC'));
  document.moveDown(2).fontSize(18).text('QUYẾT ĐỊNH', { align: 'center' });
  document.moveDown().fontSize(12).text(paper.decision.normalize('NFC'), { align: 'justify' });
  document.moveDown().fontSize(10).text(`Mã hồ sơ: ${paper.dossierCode}`);
  document.moveDown(3).text(`Cần Thơ, ngày ${paper.signedAt}`, { align: 'right' });
  const { y } = document;
  document
    .circle(430, y + 60, 42)
    .lineWidth(3)
    .strokeColor('#c8102e')
    .stroke();
  document
    .moveTo(380, y + 70)
    .bezierCurveTo(410, y + 20, 430, y + 110, 470, y + 50)
    .bezierCurveTo(480, y + 40, 490, y + 70, 510, y + 60)
    .lineWidth(1.6)
    .strokeColor('#1a2f8f')
    .stroke();
  document.text(paper.signer.normalize('NFC'), 64, y + 118, { align: 'right' });
  document.end();
  return bytes;
};
