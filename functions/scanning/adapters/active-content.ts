import { type PDFDict, PDFName } from '@cantoo/pdf-lib';

/** Keys that hold something to run, or another file (ISO 32000-2 §12.6, §7.11.4, §12.7.8). */
const activeKeys = new Set(['JS', 'JavaScript', 'EF', 'EmbeddedFiles', 'RichMediaContent', 'XFA']);

/** Types, subtypes and actions that do more than show. Links (URI, GoTo) may stay. */
const activeNames = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'RichMedia',
  'RichMediaExecute',
  'EmbeddedFile',
  'FileAttachment',
  'Movie',
  '3D',
]);

const saying = new Set(['S', 'Type', 'Subtype']);

export const isActiveDict = (dict: PDFDict): boolean =>
  dict.entries().some(([key, value]) => {
    const name = key.decodeText();
    if (activeKeys.has(name)) return true;
    return saying.has(name) && value instanceof PDFName && activeNames.has(value.decodeText());
  });

const delimiter = '(?![A-Za-z0-9_.-])';
const longNames = new RegExp(
  `/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)${delimiter}`,
);
const allNames = new RegExp(
  `/(?:JS|EF|XFA|JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE)${delimiter}`,
);

/** A name may be written with hex escapes: `/J#61vaScript`. */
const plain = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * Looks through bytes as they stand: a reader that follows the cross-reference table may find objects
 * where a reader from top to bottom finds none. In compressed data short names occur by chance, so
 * there only long ones count.
 */
export const mentionsActiveContent = (bytes: Uint8Array, kind: 'file' | 'text'): boolean => {
  const text = plain(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  );
  return (kind === 'file' ? longNames : allNames).test(text);
};
