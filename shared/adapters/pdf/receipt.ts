import type { ReceiptForm } from '#ports/form-printer.ts';
import { barCode, qrCode } from './codes.ts';

type Doc = PDFKit.PDFDocument;

const ink = '#111';
const faint = '#666';
const width = (doc: Doc): number => doc.page.width - doc.page.margins.left - doc.page.margins.right;

const dong = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;

/** Mẫu 01 on A5: national heading, codes, who, what, when, and both signatures. */
export const drawReceipt = async (doc: Doc, form: ReceiptForm): Promise<void> => {
  heading(doc, form);
  await codes(doc, form);
  people(doc, form);
  components(doc, form);
  terms(doc, form);
  scans(doc, form);
  signatures(doc, form);
  footers(doc, form);
};

const heading = (doc: Doc, form: ReceiptForm): void => {
  const { left, top } = doc.page.margins;
  const half = width(doc) / 2;
  const right = left + half;
  doc.fillColor(ink).font('bold').fontSize(7);
  doc.text(form.agency.normalize('NFC').toUpperCase(), left, top, {
    width: half - 8,
    align: 'center',
  });
  doc.font('regular').text(form.office, { width: half - 8, align: 'center' });
  const low = doc.y;
  doc.font('bold').text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right - 6, top, {
    width: half + 6,
    align: 'center',
  });
  doc.text('Độc lập - Tự do - Hạnh phúc', { width: half + 6, align: 'center' });
  doc
    .moveTo(right + half / 4, doc.y + 2)
    .lineTo(right + (half * 3) / 4, doc.y + 2)
    .lineWidth(0.6)
    .stroke(ink);
  doc.y = Math.max(low, doc.y) + 12;
  doc.x = left;
  doc.font('bold').fontSize(12);
  doc.text('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', { width: width(doc), align: 'center' });
  if (form.reprint > 0)
    doc.fontSize(9).fillColor('#b00').text(`BẢN IN LẠI LẦN ${form.reprint}`, { align: 'center' });
  doc.fillColor(ink).moveDown(0.4);
};

const codes = async (doc: Doc, form: ReceiptForm): Promise<void> => {
  const { left } = doc.page.margins;
  const top = doc.y;
  const qr = await qrCode(form.trackingUrl);
  const bars = await barCode(form.code);
  doc.image(qr, left, top, { width: 62 });
  doc.image(bars, left + 78, top, { width: width(doc) - 82, height: 26 });
  doc
    .font('bold')
    .fontSize(11)
    .text(`Mã hồ sơ: ${form.code}`, left + 78, top + 31);
  doc.font('regular').fontSize(9).text('Mã tra cứu: ', { continued: true });
  doc.font('bold').text(form.trackingSecret, { continued: true });
  doc.font('italic').fillColor(faint).text('  (giữ kín)').fillColor(ink);
  doc.x = left;
  doc.y = top + 70;
};

const line = (doc: Doc, label: string, value: string): void => {
  doc
    .font('regular')
    .fontSize(8.5)
    .text(`${label}: `, { continued: true, width: width(doc) });
  doc.font('bold').text(value.normalize('NFC') || '…');
};

const people = (doc: Doc, { applicant, procedure }: ReceiptForm): void => {
  line(doc, 'Tiếp nhận hồ sơ của', applicant.name);
  line(doc, 'Địa chỉ', applicant.address);
  line(doc, 'Số điện thoại', applicant.phone);
  if (applicant.email) line(doc, 'Thư điện tử', applicant.email);
  line(
    doc,
    'Số định danh',
    `${applicant.personalNumber.slice(0, 3)}•••••${applicant.personalNumber.slice(-3)}`,
  );
  line(doc, 'Nội dung yêu cầu giải quyết', `${procedure.name} (${procedure.code})`);
  doc.moveDown(0.3);
};

const components = (doc: Doc, form: ReceiptForm): void => {
  doc.font('regular').fontSize(8.5).text('Thành phần hồ sơ nộp gồm:').moveDown(0.2);
  doc.fontSize(8);
  const { left } = doc.page.margins;
  doc.table({
    position: { x: left, y: doc.y },
    columnStyles: [22, '*', 62, 34],
    rowStyles: { padding: 3, border: 0.4, borderColor: '#999' },
    data: [
      ['TT', 'Tên thành phần', 'Loại', 'Số'],
      ...form.components.map(({ name, copyKind, count }, n) => [
        String(n + 1),
        name.normalize('NFC'),
        copyKind,
        String(count),
      ]),
    ],
  });
  doc.x = left;
  doc.moveDown(0.5);
};

const terms = (doc: Doc, form: ReceiptForm): void => {
  line(doc, 'Thời gian nhận hồ sơ', form.acceptedAt);
  line(doc, 'Thời gian trả kết quả', form.dueAt ?? 'không quy định thời hạn; sẽ thông báo');
  doc.font('italic').fontSize(7.5).fillColor(faint);
  for (const sentence of form.explanation.slice(1, -1)) doc.text(`   ${sentence}`);
  doc.fillColor(ink);
  line(doc, 'Phí, lệ phí (nộp ngân sách)', dong(form.fees.stateFeesVnd));
  line(doc, 'Cước bưu chính', dong(form.fees.postageVnd));
  line(doc, 'Nhận kết quả', 'tại địa chỉ, qua dịch vụ bưu chính công ích');
  doc.moveDown(0.3);
};

const scans = (doc: Doc, form: ReceiptForm): void => {
  const pages = form.scans.reduce((sum, scan) => sum + scan.pages, 0);
  doc.font('regular').fontSize(7.5).fillColor(faint);
  doc.text(`Bản chụp đã kiểm tra: ${form.scans.length} tệp, ${pages} trang.`);
  for (const { name, pages: count, sha256 } of form.scans)
    doc.text(`   ${name.normalize('NFC')} · ${count} tr. · ${sha256.slice(0, 16)}`);
  doc.fillColor(ink).moveDown(0.5);
};

const signatures = (doc: Doc, form: ReceiptForm): void => {
  const { left, bottom } = doc.page.margins;
  if (doc.y + 70 > doc.page.height - bottom) doc.addPage();
  const half = width(doc) / 2;
  const top = doc.y;
  doc.font('bold').fontSize(8.5);
  doc.text('NGƯỜI NỘP HỒ SƠ', left, top, { width: half, align: 'center' });
  doc.text('NGƯỜI TIẾP NHẬN HỒ SƠ', left + half, top, { width: half, align: 'center' });
  doc.font('italic').fontSize(7.5).fillColor(faint);
  doc.text('(Ký, ghi rõ họ tên)', left, top + 12, { width: half, align: 'center' });
  doc.text('(Ký, ghi rõ họ tên)', left + half, top + 12, { width: half, align: 'center' });
  doc.fillColor(ink).font('regular').fontSize(8.5);
  doc.text(form.applicant.name.normalize('NFC'), left, top + 54, { width: half, align: 'center' });
};

const footers = (doc: Doc, form: ReceiptForm): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let n = start; n < start + count; n++) {
    doc.switchToPage(n);
    const bottom = doc.page.margins.bottom;
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(7).fillColor(faint);
    doc.text(
      `${form.code}   ·   Trang ${n + 1}/${count}`,
      doc.page.margins.left,
      doc.page.height - 24,
      {
        width: width(doc),
        align: 'center',
        lineBreak: false,
      },
    );
    doc.page.margins.bottom = bottom;
  }
};
