import { type Doc, ink, setIn } from './typesetting.ts';

/** Framed, so that a black-and-white copy shows it as well. */
export const reprintMark = (doc: Doc, times: number): void =>
  framed(doc, `BẢN IN LẠI LẦN ${times}`);

/** What was printed before says something else: the one before is void. */
export const correctedMark = (doc: Doc): void =>
  framed(doc, 'PHIẾU IN LẠI SAU ĐÍNH CHÍNH, THAY BẢN TRƯỚC');

const framed = (doc: Doc, text: string): void => {
  setIn(doc, 'bold', 8.5);
  const width = doc.widthOfString(text) + 16;
  const x = (doc.page.width - width) / 2;
  const top = doc.y;
  doc.rect(x, top, width, 15).lineWidth(1).stroke(ink);
  doc.text(text, x, top + 2, { width, align: 'center' });
  doc.x = doc.page.margins.left;
  doc.y = top + 20;
};
