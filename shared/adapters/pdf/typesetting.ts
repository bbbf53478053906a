import type { CodeShape } from './codes.ts';

export type Doc = PDFKit.PDFDocument;
export type Style = 'regular' | 'bold' | 'italic';

export const ink = '#000';
/** Dark enough to survive a copier. */
export const faint = '#555';

/** The width between the margins. */
export const measure = (doc: Doc): number =>
  doc.page.width - doc.page.margins.left - doc.page.margins.right;

export const pageEnd = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

/** Starts a new page where this much no longer fits. */
export const keepTogether = (doc: Doc, height: number): void => {
  if (doc.y + height > pageEnd(doc)) doc.addPage();
};

/**
 * Every text of a form in composed letters (NFC) and without control characters: decomposed ones
 * are set beside their accents, and a tab or a zero-width joiner has no glyph.
 */
export const composed = <T>(form: T): T => clean(form) as T;

const clean = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[\p{Cc} ]+/gu, ' ');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
  return value;
};

export const setIn = (doc: Doc, style: Style, size: number, colour = ink): Doc =>
  doc.font(style).fontSize(size).fillColor(colour);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A code in vectors, in the largest size that the box allows; bars are stretched to its height. */
export const drawCode = (doc: Doc, code: CodeShape, box: Box): void => {
  const across = box.width / code.width;
  const down = code.height === 1 ? box.height : box.height / code.height;
  doc.save().translate(box.x, box.y).scale(across, down);
  doc.path(code.path).fill(ink, 'even-odd');
  doc.restore();
};

/** `Label: value`, the value standing out; an empty value leaves dots for a pen. */
export const field = (doc: Doc, label: string, value: string, size = 8.5): void => {
  fields(doc, [[label, value]], size);
};

/** Several of them in one line, as far as it goes. */
export const fields = (
  doc: Doc,
  pairs: readonly (readonly [label: string, value: string])[],
  size = 8.5,
): void => {
  const { left } = doc.page.margins;
  doc.x = left;
  pairs.forEach(([label, value], n) => {
    const last = n === pairs.length - 1;
    setIn(doc, 'regular', size).text(`${label}: `, { continued: true, width: measure(doc) });
    const written = value.trim() || '.'.repeat(40);
    doc.font('bold').text(last ? written : `${written}      `, { continued: !last });
  });
};

export const thinLine = (doc: Doc, fromX: number, toX: number, y: number, weight = 0.6): void => {
  doc.moveTo(fromX, y).lineTo(toX, y).lineWidth(weight).stroke(ink);
};

interface Signer {
  readonly title: string;
  readonly name: string;
}

/** What two signature blocks take, with room for the pen. */
export const signatureHeight = (size = 8.5): number => size * 8.2;

/** Two signature blocks side by side, never torn from each other. */
export const signatures = (doc: Doc, signers: readonly [Signer, Signer], size = 8.5): void => {
  const half = measure(doc) / 2;
  keepTogether(doc, signatureHeight(size));
  const top = doc.y;
  let low = top;
  signers.forEach(({ title, name }, side) => {
    const x = doc.page.margins.left + side * half;
    const at = { width: half - 8, align: 'center' } as const;
    setIn(doc, 'bold', size).text(title, x + 4, top, at);
    setIn(doc, 'italic', size - 1, faint).text('(Ký và ghi rõ họ tên)', at);
    setIn(doc, 'regular', size).text(name, x + 4, top + size * 6.8, at);
    low = Math.max(low, doc.y);
  });
  doc.x = doc.page.margins.left;
  doc.y = low;
};

/** Draws so many copies of equal content, each on pages of its own that count for themselves. */
export const inCopies = (
  doc: Doc,
  copies: readonly string[],
  draw: (copy: string) => void,
  footOf: (copy: string) => string,
): void => {
  const begins = doc.bufferedPageRange().count - 1;
  const ends = copies.map((copy, n) => {
    if (n > 0) doc.addPage();
    draw(copy);
    const { start, count } = doc.bufferedPageRange();
    return start + count;
  });
  copies.forEach((copy, n) => {
    numberPages(doc, ends[n - 1] ?? begins, ends[n] ?? 0, footOf(copy));
  });
};

/** `Trang 1/2` below every page from `first` on; a copy counts for itself. */
export const numberPages = (doc: Doc, first: number, end: number, text: string): void => {
  for (let page = first; page < end; page++) {
    doc.switchToPage(page);
    const { left, bottom } = doc.page.margins;
    // Text below the margin would otherwise start a page of its own.
    doc.page.margins.bottom = 0;
    setIn(doc, 'regular', 7, faint).text(
      `${text}  ·  Trang ${page - first + 1}/${end - first}`,
      left,
      doc.page.height - bottom + 8,
      { width: measure(doc), align: 'center', lineBreak: false },
    );
    doc.page.margins.bottom = bottom;
  }
};
