import { formatDong } from '#domain/money/format-dong.ts';
import type { DispatchLabelForm } from '#ports/form-printer.ts';
import { barCode, qrCode } from './codes.ts';
import { type Doc, drawCode, faint, ink, measure, setIn, thinLine } from './typesetting.ts';

/** Nhãn bưu gửi on A6, read from an arm's length: number, receiver, what to collect. */
export const drawDispatchLabel = (doc: Doc, form: DispatchLabelForm): void => {
  const { left, top, bottom } = doc.page.margins;
  // One label, one page: what is too long is cut, never carried to a second label.
  doc.page.margins.bottom = 0;
  const width = measure(doc);
  const height = doc.page.height - top - bottom;
  doc.rect(left, top, width, height).lineWidth(1).stroke(ink);
  masthead(doc, form);
  waybill(doc, form);
  parties(doc, form);
  collection(doc, form);
  foot(doc, form);
};

const inset = 8;

/** A line from edge to edge at this height. */
const cross = (doc: Doc, y: number): void => {
  thinLine(doc, doc.page.margins.left, doc.page.width - doc.page.margins.right, y);
};

const masthead = (doc: Doc, { carrier, dispatchedAt, reprint }: DispatchLabelForm): void => {
  const { left, top } = doc.page.margins;
  const width = measure(doc) - inset * 2;
  setIn(doc, 'bold', 11).text(carrier, left + inset, top + 6, {
    width: width - 96,
    height: 14,
    ellipsis: true,
  });
  setIn(doc, 'regular', 7, faint).text(dispatchedAt, left + inset, top + 4, {
    width,
    align: 'right',
  });
  if (reprint > 0)
    setIn(doc, 'bold', 7).text(`BẢN IN LẠI LẦN ${reprint}`, left + inset, top + 14, {
      width,
      align: 'right',
    });
  cross(doc, top + 25);
};

/** S10 as the UPU prints it: `EE 123 456 785 VN`; other numbers as they are. */
export const spacedWaybill = (number: string): string =>
  number.replace(/^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5');

const waybill = (doc: Doc, form: DispatchLabelForm): void => {
  const { left, top } = doc.page.margins;
  const width = measure(doc);
  drawCode(doc, barCode(form.waybill), {
    x: left + 2,
    y: top + 32,
    width: width - 4,
    height: 52,
  });
  setIn(doc, 'bold', 14).text(spacedWaybill(form.waybill), left, top + 87, {
    width,
    height: 18,
    align: 'center',
    ellipsis: true,
  });
  cross(doc, top + 111);
};

interface Lines {
  readonly text: string;
  readonly style: 'regular' | 'bold';
  readonly size: number;
  /** At most so many lines. */
  readonly lines: number;
}

const block = (doc: Doc, top: number, title: string, lines: readonly Lines[]): void => {
  const x = doc.page.margins.left + inset;
  const width = measure(doc) - inset * 2;
  setIn(doc, 'regular', 6.5, faint).text(title, x, top + 4, { width });
  for (const { text, style, size, lines: most } of lines) {
    if (!text) continue;
    const height = size * 1.27 * most;
    setIn(doc, style, size).text(text, x, doc.y, { width, height, ellipsis: true });
  }
};

const parties = (doc: Doc, { sender, receiver }: DispatchLabelForm): void => {
  const { top } = doc.page.margins;
  const from = sender.phone ? `${sender.office} · ${sender.phone}` : sender.office;
  block(doc, top + 111, 'NGƯỜI GỬI', [
    { text: sender.agency, style: 'bold', size: 8, lines: 2 },
    { text: from, style: 'regular', size: 7.5, lines: 1 },
  ]);
  cross(doc, top + 161);
  block(doc, top + 161, 'NGƯỜI NHẬN', [
    { text: receiver.name, style: 'bold', size: 12, lines: 2 },
    { text: receiver.phone ?? '', style: 'bold', size: 11, lines: 1 },
    { text: receiver.address, style: 'regular', size: 10, lines: 3 },
  ]);
  cross(doc, top + 259);
};

const collection = (doc: Doc, { codVnd, stateFeesVnd = 0 }: DispatchLabelForm): void => {
  const { left, top } = doc.page.margins;
  const width = measure(doc) - inset * 2;
  if (stateFeesVnd > 0) {
    for (const [n, [title, amount]] of [
      ['THU PHÍ, LỆ PHÍ', stateFeesVnd] as const,
      ['THU HỘ (COD)', codVnd] as const,
    ].entries()) {
      const y = top + 261 + n * 12;
      setIn(doc, 'regular', 7.5).text(title, left + inset, y + 2, { width });
      setIn(doc, 'bold', 10).text(formatDong(amount), left + inset, y, { width, align: 'right' });
    }
    cross(doc, top + 286);
    return;
  }
  setIn(doc, 'regular', 7.5).text('THU HỘ (COD)', left + inset, top + 268, { width });
  const amount = codVnd > 0 ? formatDong(codVnd) : 'Không thu';
  setIn(doc, 'bold', 15).text(amount, left + inset, top + 262, { width, align: 'right' });
  cross(doc, top + 286);
};

const foot = (doc: Doc, form: DispatchLabelForm): void => {
  const { left, top } = doc.page.margins;
  const side = 84;
  const width = measure(doc) - inset * 2 - side;
  drawCode(doc, qrCode(form.waybill), {
    x: doc.page.width - doc.page.margins.right - side - 2,
    y: top + 290,
    width: side,
    height: side,
  });
  setIn(doc, 'regular', 6.5, faint).text('HỒ SƠ', left + inset, top + 290, { width });
  setIn(doc, 'bold', 9).text(form.dossierCode, { width, height: 12, ellipsis: true });
  setIn(doc, 'regular', 7.5).text('Kết quả giải quyết thủ tục hành chính', { width });
  if (form.wish)
    setIn(doc, 'bold', 8).text(`Công dân mong nhận: ${form.wish}`, {
      width,
      height: 12,
      ellipsis: true,
    });
  const back = form.takeBack?.length ? `Thu hồi: ${form.takeBack.join('; ')}` : '';
  if (back) setIn(doc, 'bold', 7.5).text(back, { width, height: 20, ellipsis: true });
  setIn(doc, 'italic', 6.8).text(
    'Người nhận xuất trình giấy tờ tùy thân (và giấy ủy quyền nếu nhận thay).',
    { width, height: 28, ellipsis: true },
  );
};
