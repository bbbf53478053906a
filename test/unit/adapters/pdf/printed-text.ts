import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

interface PrintedPage {
  /** Points. */
  readonly size: readonly [width: number, height: number];
  /** What a reader copies from the page, without any spaces: where lines break is not asked. */
  readonly text: string;
  /** Letters for which the font has no picture. */
  readonly missing: number;
}

interface Printed {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly pages: readonly PrintedPage[];
}

export const withoutSpaces = (text: string): string => text.replace(/\s/gu, '');

/** Reads a PDF of ours back through the Unicode maps of its fonts, as "copy text" does. */
export const printed = async (bytes: Uint8Array): Promise<Printed> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return {
    title: document.getTitle(),
    language: document.catalog.get(PDFName.of('Lang'))?.toString(),
    pages: document.getPages().map((page) => {
      const { width, height } = page.getSize();
      const fonts = unicodeMaps(page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict));
      const glyphs = glyphsOf(decoded(page.node.Contents()), fonts);
      return {
        size: [Math.round(width), Math.round(height)],
        text: withoutSpaces(glyphs.map(({ letter }) => letter).join('')),
        missing: glyphs.filter(({ id }) => id === 0).length,
      };
    }),
  };
};

type UnicodeMap = readonly string[];

const decoded = (stream: unknown): string => {
  if (!(stream instanceof PDFRawStream)) throw new Error('expected one content stream');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
};

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

const unicodeMaps = (fonts: PDFDict | undefined): ReadonlyMap<string, UnicodeMap> =>
  new Map(
    (fonts?.entries() ?? []).map(([name]) => {
      const font = fonts?.lookup(name, PDFDict);
      const map = decoded(font?.lookup(PDFName.of('ToUnicode')));
      const lists = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)];
      const letters = lists.flatMap(([, list = '']) =>
        [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) => utf16(hex.replace(/ /g, ''))),
      );
      return [name.toString(), letters];
    }),
  );

const glyphsOf = (content: string, fonts: ReadonlyMap<string, UnicodeMap>) => {
  let font: UnicodeMap = [];
  return [...content.matchAll(/(\/F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)].flatMap(([, name, hex]) => {
    if (name) font = fonts.get(name) ?? [];
    const ids = (hex?.match(/.{4}/g) ?? []).map((id) => Number.parseInt(id, 16));
    return ids.map((id) => ({ id, letter: font[id] ?? '' }));
  });
};
