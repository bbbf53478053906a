import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';

/** Action types of ISO 32000-2, table 201, that do more than turn a page or follow a link. */
const doing = new Set([
  'GoToR',
  'GoToE',
  'Launch',
  'Thread',
  'Sound',
  'Movie',
  'Hide',
  'Named',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'JavaScript',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
  'RichMediaExecute',
]);

export const nameIn = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};

const textIn = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined;
};

/** Goes to a page of the same file, or opens a web address: what a click may do. */
const isAllowed = (action: PDFDict, on: 'click' | 'opening'): boolean => {
  if (action.has(PDFName.of('Next'))) return false;
  const type = nameIn(action, 'S');
  if (type === 'GoTo') return true;
  return on === 'click' && type === 'URI' && /^https?:\/\//i.test(textIn(action, 'URI') ?? '');
};

/** A destination is a list or a name; only a dictionary does anything. */
const mayRun = (value: PDFObject | undefined, on: 'click' | 'opening'): boolean =>
  value instanceof PDFDict && !isAllowed(value, on);

/** An attribute of a tagged element stands under the same key, and names its owner (14.7.6). */
const isAttribute = (value: PDFObject | undefined): boolean =>
  value instanceof PDFArray || (value instanceof PDFDict && value.has(PDFName.of('O')));

/** Whether a dictionary does something, on a click or by itself, that the list above does not allow. */
export const isActive = (dict: PDFDict): boolean => {
  const at = (key: string) => dict.lookup(PDFName.of(key));
  const onClick = at('A');
  return (
    at('JS') !== undefined ||
    doing.has(nameIn(dict, 'S') ?? '') ||
    (at('AA') instanceof PDFDict && (at('AA') as PDFDict).keys().length > 0) ||
    mayRun(at('OpenAction'), 'opening') ||
    (!isAttribute(onClick) && mayRun(onClick, 'click')) ||
    mayRun(at('PA'), 'click')
  );
};

/** Annotations that show, and nothing else (12.5.6.1). */
const showing = new Set([
  'Link',
  'Widget',
  'Text',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Stamp',
  'Caret',
  'Ink',
  'Popup',
  'PrinterMark',
  'TrapNet',
  'Watermark',
  'Redact',
  // What it holds is judged as an attachment.
  'FileAttachment',
]);

export const isLivelyAnnotation = (dict: PDFDict): boolean =>
  (nameIn(dict, 'Type') === 'Annot' || dict.has(PDFName.of('Rect'))) &&
  dict.has(PDFName.of('Subtype')) &&
  !showing.has(nameIn(dict, 'Subtype') ?? '');

/** A field of a form, or the box in which it is shown. */
export const isField = (dict: PDFDict): boolean =>
  dict.has(PDFName.of('FT')) || nameIn(dict, 'Subtype') === 'Widget';

/** Formats that no machine runs: data of other programs, print settings, signatures, texts, pictures. */
const idle = /\.(?:xml|txt|csv|json|joboptions|p7s|p7m|jpe?g|png|tiff?)$/i;

/** An attached file that a reader might open and something might run. */
export const isRunnableAttachment = (dict: PDFDict): boolean => {
  if (!(dict.lookup(PDFName.of('EF')) instanceof PDFDict)) return false;
  const names = [textIn(dict, 'UF'), textIn(dict, 'F')].filter((name) => name !== undefined);
  return names.length === 0 || !names.every((name) => idle.test(name));
};
