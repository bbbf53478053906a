import { type Doc, faint, ink, measure, setIn, thinLine } from './typesetting.ts';

interface Letterhead {
  /** Who issues the paper. */
  readonly agency: string;
  /** The unit of it that does, where there is one. */
  readonly unit?: string;
  /** `Số: …`, below the agency. */
  readonly number?: string;
  readonly placeAndDate?: string | undefined;
  readonly size: number;
}

const motto = 'Độc lập - Tự do - Hạnh phúc';

/** Quốc hiệu, tiêu ngữ, cơ quan (NĐ 30/2020, appendix I): agency at the left, nation at the right. */
export const letterhead = (doc: Doc, head: Letterhead): void => {
  const { left, top } = doc.page.margins;
  const whole = measure(doc);
  const agencyWidth = whole * 0.42;
  const nation = { x: left + agencyWidth + 6, width: whole - agencyWidth - 6 };
  const low = agencySide(doc, head, { x: left, width: agencyWidth });
  setIn(doc, 'bold', head.size).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', nation.x, top, {
    width: nation.width,
    align: 'center',
  });
  setIn(doc, 'bold', head.size + 0.6).text(motto, { width: nation.width, align: 'center' });
  rule(doc, nation, doc.widthOfString(motto));
  if (head.placeAndDate)
    setIn(doc, 'italic', head.size, ink).text(head.placeAndDate, nation.x, doc.y + 7, {
      width: nation.width,
      align: 'center',
    });
  doc.x = left;
  doc.y = Math.max(low, doc.y) + head.size;
};

interface Span {
  readonly x: number;
  readonly width: number;
}

const agencySide = (doc: Doc, head: Letterhead, span: Span): number => {
  const at = { width: span.width, align: 'center' } as const;
  const { top } = doc.page.margins;
  const names = head.unit ? [head.agency, head.unit] : [head.agency];
  doc.y = top;
  names.forEach((name, n) => {
    const style = n === names.length - 1 ? 'bold' : 'regular';
    setIn(doc, style, head.size).text(name.toUpperCase(), span.x, doc.y, at);
  });
  rule(doc, span, span.width / 3);
  doc.y += 5;
  if (head.number) setIn(doc, 'regular', head.size).text(head.number, span.x, doc.y + 2, at);
  return doc.y;
};

const rule = (doc: Doc, { x, width }: Span, length: number): void => {
  const middle = x + width / 2;
  thinLine(doc, middle - length / 2, middle + length / 2, doc.y + 2.5);
};

/** The name of the form; below it, small, what kind of print this is. */
export const formTitle = (doc: Doc, title: string, size: number, below?: string): void => {
  const at = { width: measure(doc), align: 'center' } as const;
  setIn(doc, 'bold', size).text(title, doc.page.margins.left, doc.y, at);
  if (below) setIn(doc, 'italic', size * 0.66, faint).text(below, at);
  doc.fillColor(ink);
  doc.y += size * 0.5;
};
