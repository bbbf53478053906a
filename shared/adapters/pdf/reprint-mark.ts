import { type Doc, ink, setIn } from './typesetting.ts';

/** Framed, so that a black-and-white copy shows it as well. */
export const reprintMark = (doc: Doc, times: number): void =>
  framed(doc, `BẢN IN LẠI LẦN ${times}`);

/** What was printed before says something else: the one before is void. */
export const correctedMark = (doc: Doc): void =>
  framed(doc, 'PHIẾU IN LẠI SAU ĐÍNH CHÍNH, THAY BẢN TRƯỚC');

/** Nothing was decided yet: a sheet that somebody prints all the same says so. */
export const draftMark = (doc: Doc): void =>
  framed(doc, 'BẢN XEM TRƯỚC, CHƯA BAN HÀNH, KHÔNG CÓ GIÁ TRỊ');

/** The same across each page from `first` on, so that no page of it passes for the paper. */
export const markPages = (doc: Doc, first: number): void => {
  const { count } = doc.bufferedPageRange();
  for (let page = first; page < count; page++) {
    doc.switchToPage(page);
    const { width, height } = doc.page;
    // One line of it, from edge to edge of the narrow side.
    const size = width / 10;
    setIn(doc, 'bold', size).save();
    doc.rotate(-45, { origin: [width / 2, height / 2] }).fillOpacity(0.12);
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.text('BẢN XEM TRƯỚC', 0, height / 2 - size / 2, {
      width,
      align: 'center',
      lineBreak: false,
    });
    doc.page.margins.bottom = bottom;
    doc.restore();
  }
};

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
