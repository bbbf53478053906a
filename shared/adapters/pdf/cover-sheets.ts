import type { CoverSheetForm } from '#ports/form-printer.ts';
import { qrCode } from './codes.ts';
import { reprintMark } from './reprint-mark.ts';
import { type Doc, drawCode, faint, field, measure, numberPages, setIn } from './typesetting.ts';

type Component = CoverSheetForm['components'][number];

/** What the QR of a cover sheet says: whose papers follow, and how many pages to expect. */
export const coverSheetPayload = (dossierId: string, { id, pages }: Component): string =>
  `PC1|${dossierId}|${id}|${pages}`;

const codeSide = 300;

/** Tờ phân trang on A4, a sheet for each component; the QR reads at the coarsest scanner setting. */
export const drawCoverSheets = (doc: Doc, form: CoverSheetForm): void => {
  form.components.forEach((component, n) => {
    if (n > 0) doc.addPage();
    sheet(doc, form, component);
  });
  const { start, count } = doc.bufferedPageRange();
  numberPages(doc, start, start + count, form.dossierCode ?? form.dossierId);
};

const sheet = (doc: Doc, form: CoverSheetForm, component: Component): void => {
  const { left, top } = doc.page.margins;
  const centred = { width: measure(doc), align: 'center' } as const;
  setIn(doc, 'regular', 11).text(form.office, left, top, centred);
  setIn(doc, 'bold', 22).text('TỜ PHÂN TRANG', left, top + 22, centred);
  setIn(doc, 'italic', 11, faint).text('Đặt trên cùng, quét liền với giấy tờ bên dưới', centred);
  if (form.reprint > 0) {
    doc.y += 4;
    reprintMark(doc, form.reprint);
  }
  const codeTop = doc.y + 14;
  drawCode(doc, qrCode(coverSheetPayload(form.dossierId, component)), {
    x: (doc.page.width - codeSide) / 2,
    y: codeTop,
    width: codeSide,
    height: codeSide,
  });
  doc.y = codeTop + codeSide + 14;
  const name = { ...centred, height: 76, ellipsis: true } as const;
  setIn(doc, 'bold', 18).text(component.name, left, doc.y, name);
  doc.y += 6;
  const pages = `${component.pages} trang tiếp theo`;
  setIn(doc, 'bold', 30).text(pages, left, doc.y, centred);
  doc.y += 12;
  if (form.dossierCode) field(doc, 'Mã hồ sơ', form.dossierCode, 11);
  field(doc, 'Mã nội bộ', form.dossierId, 11);
  field(doc, 'Thủ tục', form.procedure, 11);
  field(doc, 'Loại giấy tờ', `${component.copyKind}, ${component.count} bản`, 11);
};
