import { formatDong } from '#domain/money/format-dong.ts';
import type { ReceiptForm } from '#ports/form-printer.ts';
import { barCode, qrCode } from './codes.ts';
import { copyColumns, copyRows } from './copy-counts.ts';
import { formTitle, letterhead } from './letterhead.ts';
import { correctedMark, reprintMark } from './reprint-mark.ts';
import { ruledTable } from './ruled-table.ts';
import {
  type Doc,
  drawCode,
  faint,
  field,
  fields,
  ink,
  measure,
  numberPages,
  setIn,
  signatureHeight,
  signatures,
} from './typesetting.ts';

/** Mẫu 01 on A5: national heading, codes, who, what, when, and both signatures. */
export const drawReceipt = (doc: Doc, form: ReceiptForm): void => {
  letterhead(doc, {
    agency: form.agency,
    unit: form.office,
    placeAndDate: form.placeAndDate,
    size: 7,
  });
  formTitle(doc, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 11.5);
  if (form.isCorrected) correctedMark(doc);
  if (form.reprint > 0) reprintMark(doc, form.reprint);
  codes(doc, form);
  people(doc, form);
  components(doc, form);
  terms(doc, form);
  fees(doc, form);
  scans(doc, form);
  doc.y += signatureGap;
  signatures(doc, [
    { title: 'NGƯỜI NỘP HỒ SƠ', name: form.applicant.name },
    { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: form.receivedBy ?? '' },
  ]);
  const { start, count } = doc.bufferedPageRange();
  numberPages(doc, start, start + count, `${form.source}  ·  ${form.code}`);
};

const signatureGap = 5;
const codeHeight = 64;

const codes = (doc: Doc, form: ReceiptForm): void => {
  const { left } = doc.page.margins;
  const top = doc.y;
  const beside = left + codeHeight + 6;
  const width = measure(doc) - codeHeight - 6;
  drawCode(doc, qrCode(form.trackingUrl), {
    x: left,
    y: top,
    width: codeHeight,
    height: codeHeight,
  });
  drawCode(doc, barCode(form.code), { x: beside, y: top + 4, width, height: 24 });
  setIn(doc, 'bold', 10.5).text(`Mã hồ sơ: ${form.code}`, beside, top + 31, {
    width,
    align: 'center',
  });
  setIn(doc, 'regular', 8.5).text(secretLine(form), beside, doc.y + 2, {
    width,
    align: 'center',
  });
  doc.x = left;
  doc.y = top + codeHeight + 3;
};

const secretLine = ({ secret }: ReceiptForm): string =>
  'tracking' in secret
    ? `Mã tra cứu (giữ kín): ${secret.tracking}`
    : `${secret.withheld} (không in mã tra cứu)`;

const people = (doc: Doc, { applicant, owner, procedure }: ReceiptForm): void => {
  field(doc, 'Tiếp nhận hồ sơ của', applicant.name);
  field(doc, 'Địa chỉ', applicant.address);
  fields(doc, [
    ['Số điện thoại', applicant.phone],
    ...(applicant.email ? [['Thư điện tử', applicant.email] as const] : []),
  ]);
  field(doc, 'Số định danh cá nhân/Căn cước/Hộ chiếu', veiled(applicant.personalNumber));
  field(doc, 'Chủ hồ sơ', owner ? `${owner.name}; ${owner.address}` : applicant.name);
  field(doc, 'Nội dung yêu cầu giải quyết', `${procedure.name} (${procedure.code})`);
};

const veiled = (number: string): string =>
  number && `${number.slice(0, 3)}${'•'.repeat(Math.max(0, number.length - 6))}${number.slice(-3)}`;

const components = (doc: Doc, form: ReceiptForm): void => {
  setIn(doc, 'regular', 8.5).text('Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:');
  const counts = copyColumns(34);
  ruledTable(doc, {
    columns: [
      { title: 'TT', width: 22, align: 'center' },
      { title: 'Tên thành phần hồ sơ', width: measure(doc) - 22 - 34 * counts.length },
      ...counts,
    ],
    rows: copyRows(form.components).map(([name, ...kinds], n) => [`${n + 1}`, name, ...kinds]),
    size: 8,
  });
};

const terms = (doc: Doc, form: ReceiptForm): void => {
  fields(doc, [
    ['Số lượng hồ sơ', `${String(form.sets ?? 1).padStart(2, '0')} bộ`],
    ...(form.timeLimit ? [['Thời gian giải quyết theo quy định', form.timeLimit] as const] : []),
  ]);
  field(doc, 'Thời gian nhận hồ sơ', form.acceptedAt);
  field(
    doc,
    'Thời gian trả kết quả giải quyết hồ sơ',
    form.dueAt ?? 'không quy định thời hạn; sẽ thông báo',
  );
  const steps = form.explanation.slice(1, -1);
  if (steps.length)
    setIn(doc, 'italic', 7.5, faint).text(`Cách tính: ${steps.join('; ')}.`, { indent: 10 });
  doc.fillColor(ink);
  field(
    doc,
    'Nhận kết quả tại',
    form.returnWay ?? 'địa chỉ đã đăng ký, qua dịch vụ bưu chính công ích',
  );
};

/** What belongs to the State and what to the post are never added up. */
const fees = (doc: Doc, { fees: paid }: ReceiptForm): void => {
  const items = paid.stateFeeItems ?? [];
  for (const kind of ['phí', 'lệ phí'] as const) {
    const own = items.filter((item) => item.kind === kind);
    if (!own.length) continue;
    const total = own.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
    const names = own.map(({ name }) => name).join('; ');
    field(doc, kind === 'phí' ? 'Phí' : 'Lệ phí', `${formatDong(total)} (${names})`);
  }
  fields(doc, [
    ...(items.length
      ? []
      : [['Phí, lệ phí (nộp ngân sách)', formatDong(paid.stateFeesVnd)] as const]),
    ['Cước bưu chính', formatDong(paid.postageVnd)],
  ]);
};

const shortHash = (sha256: string): string => sha256.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');

const scans = (doc: Doc, form: ReceiptForm): void => {
  if (!form.scans.length) return;
  const pages = form.scans.reduce((sum, scan) => sum + scan.pages, 0);
  doc.y += 3;
  setIn(doc, 'regular', 8.5).text(
    `Bản chụp điện tử đã kiểm tra: ${form.scans.length} tệp, ${pages} trang`,
  );
  ruledTable(doc, {
    columns: [
      { title: 'TT', width: 22, align: 'center' },
      { title: 'Tệp của thành phần', width: measure(doc) - 22 - 36 - 96 },
      { title: 'Số trang', width: 36, align: 'center' },
      { title: 'SHA-256 (12 ký tự đầu)', width: 96, align: 'center' },
    ],
    rows: form.scans.map(({ name, pages: count, sha256 }, n) => [
      `${n + 1}`,
      name,
      `${count}`,
      shortHash(sha256),
    ]),
    size: 7,
    company: signatureGap + signatureHeight(),
  });
};
