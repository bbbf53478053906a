import type { HandedDossier, HandoverForm } from '#ports/form-printer.ts';
import { barCode } from './codes.ts';
import { copyColumns, copyRows, copyTotals } from './copy-counts.ts';
import { formTitle, letterhead } from './letterhead.ts';
import { type Row, ruledTable } from './ruled-table.ts';
import {
  type Doc,
  drawCode,
  field,
  inCopies,
  keepTogether,
  measure,
  setIn,
  signatures,
} from './typesetting.ts';

const copies = ['Liên 1: bên giao giữ', 'Liên 2: bên nhận giữ'] as const;

/** Giấy bàn giao on A4, landscape: two copies of equal content, each with pages of its own. */
export const drawHandover = (doc: Doc, form: HandoverForm): void => {
  inCopies(
    doc,
    copies,
    (copy) => drawCopy(doc, form, copy),
    (copy) => `Giấy bàn giao ${form.number}  ·  ${copy}`,
  );
};

const drawCopy = (doc: Doc, form: HandoverForm, copy: string): void => {
  letterhead(doc, {
    agency: form.giver.organisation,
    number: `Số: ${form.number}`,
    placeAndDate: form.place,
    size: 9.5,
  });
  formTitle(doc, 'GIẤY BÀN GIAO HỒ SƠ', 15, copy);
  const { left } = doc.page.margins;
  drawCode(doc, barCode(form.number), { x: left, y: doc.y - 34, width: 170, height: 26 });
  field(doc, 'Hôm nay, lúc', form.handedAt, 9.5);
  field(doc, 'Bên giao', `${form.giver.person}, ${form.giver.organisation}`, 9.5);
  field(doc, 'Bên nhận', `${form.receiver.person}, ${form.receiver.organisation}`, 9.5);
  section(doc, 'I. GIAO HỒ SƠ', form.papers);
  section(doc, 'II. NHẬN KẾT QUẢ', form.results);
  confirmation(doc);
  signatures(
    doc,
    [
      { title: 'BÊN GIAO', name: form.giver.person },
      { title: 'BÊN NHẬN', name: form.receiver.person },
    ],
    9.5,
  );
};

const section = (doc: Doc, title: string, dossiers: readonly HandedDossier[]): void => {
  if (!dossiers.length) return;
  doc.y += 4;
  keepTogether(doc, 90);
  setIn(doc, 'bold', 9.5).text(`${title} (${dossiers.length} hồ sơ)`);
  const counts = copyColumns(60);
  const name = measure(doc) - 28 - 104 - 60 * counts.length - 120;
  ruledTable(doc, {
    columns: [
      { title: 'TT', width: 28, align: 'center' },
      { title: 'Số phiếu gửi', width: 104, align: 'center' },
      { title: 'Thành phần hồ sơ', width: name },
      ...counts,
      { title: 'Ghi chú', width: 120 },
    ],
    rows: [...dossiers.flatMap(rowsOf), totals(dossiers)],
    size: 9,
  });
};

/** A line for the dossier, then its papers by copy kind. */
const rowsOf = (dossier: HandedDossier, n: number): readonly Row[] => [
  { section: `${n + 1}. ${dossier.code} · ${dossier.applicant} · ${dossier.procedure}` },
  ...copyRows(dossier.components).map(
    ([name, ...counts], line): Row => [
      `${n + 1}.${line + 1}`,
      line === 0 ? (dossier.waybill ?? '') : '',
      name,
      ...counts,
      line === 0 ? (dossier.remark ?? '') : '',
    ],
  ),
];

const totals = (dossiers: readonly HandedDossier[]): Row => ({
  total: ['', '', 'Cộng', ...copyTotals(dossiers.flatMap(({ components }) => components)), ''],
});

const confirmation = (doc: Doc): void => {
  keepTogether(doc, 110);
  doc.y += 2;
  setIn(doc, 'regular', 9.5).text(
    'Hai bên đã cùng kiểm đếm, xác nhận hồ sơ đầy đủ, đúng danh mục nêu trên. Giấy này lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản.',
    doc.page.margins.left,
    doc.y,
    { width: measure(doc) },
  );
  doc.y += 8;
};
