import { fontFile } from './glyphs.ts';
import { bytesOf, openPdf } from './scan-page.ts';
import { drawSeal, penBlue, penStroke } from './seal.ts';

export interface ResultPaper {
  readonly dossierCode: string;
  readonly agency: string;
  readonly decision: string;
  readonly signer: string;
  /** `27/11/2026` or `27 tháng 11 năm 2026` */
  readonly signedAt: string;
}

type Doc = PDFKit.PDFDocument;

/** Points of A4. */
const left = 72;
const width = 595.28 - left * 2;

/** A decision that looks signed and stamped; it carries no real signature, and its stamp says so. */
export const resultPdf = (given: ResultPaper): Promise<Buffer> => {
  const paper = composed(given);
  const document = openPdf(`Kết quả ${paper.dossierCode}`, { size: 'A4', margin: left });
  document.registerFont('regular', fontFile('400Regular'));
  document.registerFont('bold', fontFile('700Bold'));
  const bytes = bytesOf(document);
  heading(document, paper);
  decision(document, paper);
  signature(document, paper);
  document.end();
  return bytes;
};

const composed = (paper: ResultPaper): ResultPaper => ({
  dossierCode: paper.dossierCode.normalize('NFC'),
  agency: paper.agency.normalize('NFC'),
  decision: paper.decision.normalize('NFC'),
  signer: paper.signer.normalize('NFC'),
  signedAt: paper.signedAt.normalize('NFC'),
});

const heading = (doc: Doc, { agency, signedAt }: ResultPaper): void => {
  const half = width * 0.44;
  const nation = { x: left + half, width: width - half };
  const over = { width: half - 12, align: 'center' } as const;
  doc.font('bold').fontSize(10).text(agency.toUpperCase(), left, 60, over);
  doc.font('regular').text('Số: …/QĐ', over);
  const low = doc.y;
  const beside = { width: nation.width, align: 'center' } as const;
  doc.font('bold').text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', nation.x, 60, beside);
  doc.fontSize(11).text('Độc lập - Tự do - Hạnh phúc', beside);
  const middle = nation.x + nation.width / 2;
  doc
    .moveTo(middle - 76, doc.y + 2)
    .lineTo(middle + 76, doc.y + 2)
    .lineWidth(0.7)
    .stroke('#000');
  doc.font('regular').fontSize(10.5);
  doc.text(`Cần Thơ, ngày ${signedAt}`, nation.x, doc.y + 9, beside);
  doc.y = Math.max(low, doc.y) + 26;
};

const decision = (doc: Doc, { decision: text, dossierCode }: ResultPaper): void => {
  const centred = { width, align: 'center' } as const;
  doc.font('bold').fontSize(15).text('QUYẾT ĐỊNH', left, doc.y, centred);
  doc.fontSize(12).text('Về việc giải quyết thủ tục hành chính', centred).moveDown(1.2);
  const article = { width, align: 'justify', lineGap: 3, paragraphGap: 7, indent: 24 } as const;
  doc.font('regular').text(`Căn cứ hồ sơ mã số ${dossierCode};`, left, doc.y, article);
  doc.text('Xét đề nghị của bộ phận chuyên môn,', article);
  doc.font('bold').text('QUYẾT ĐỊNH:', { ...centred, paragraphGap: 7 });
  doc.font('regular').text(`Điều 1. ${text}`, article);
  doc.text('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.', article);
};

const signature = (doc: Doc, { signer, dossierCode, agency }: ResultPaper): void => {
  if (doc.y + 190 > doc.page.height - left) doc.addPage();
  const top = doc.y + 20;
  const receivers = ['- Như Điều 1;', '- Bưu điện trả kết quả;', `- Lưu hồ sơ ${dossierCode}.`];
  doc.font('bold').fontSize(10).text('Nơi nhận:', left, top);
  doc.font('regular').fontSize(9.5).text(receivers.join('\n'));
  const x = left + width * 0.5;
  const at = { width: width * 0.5, align: 'center' } as const;
  const middle = x + width * 0.25;
  doc.font('bold').fontSize(12).text('LÃNH ĐẠO CƠ QUAN', x, top, at);
  doc.save().translate(middle - 60, top + 44);
  doc.path(penStroke).lineWidth(1.7).lineCap('round').stroke(penBlue).restore();
  // The stamp covers a third of the signature, at its left (NĐ 30/2020 art. 33).
  drawSeal(doc, { rim: agency, radius: 46 }, middle - 62, top + 66);
  doc
    .fillColor('#000')
    .font('bold')
    .fontSize(12)
    .text(signer, x, top + 122, at);
};
