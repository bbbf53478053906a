import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFParser,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { InspectionRefusal } from '#functions/scanning/ports/scan-inspector.ts';
import type { Pdfium } from '../pictures/pdfium.ts';
import { isActive, isField, isLivelyAnnotation, isRunnableAttachment } from './actions.ts';
import { findHidden } from './hidden-objects.ts';
import { leavesOf } from './page-tree.ts';
import { countTokens } from './token-count.ts';

interface Judged {
  readonly pdfium: Pdfium;
  /** PDFium's handle. */
  readonly document: number;
  readonly bytes: Uint8Array;
}

export type ObjectVerdict =
  | { readonly ok: false; readonly refusal: InspectionRefusal }
  | {
      readonly ok: true;
      /** Leaves of the page tree, whatever the file says of their number. */
      readonly pages: number;
      /** Pages, from 1, that draw something which the file does not have. */
      readonly incomplete: ReadonlySet<number>;
    };

const refused = (refusal: InspectionRefusal): ObjectVerdict => ({ ok: false, refusal });

/** fpdfview.h */
const notEncrypted = -1;

/** What unpacked objects may add to the length of the file itself. */
const mostUnpacked = 24_000_000;

/** A scanned dossier of 300 pages has some thirty thousand, a tagged table of a page half a million. */
const mostTokens = 1_000_000;

/**
 * Whether the file does nothing but show. PDFium writes out every object to which its reading leads:
 * decrypted, out of object streams, each in the version that counts. Those are judged by what is
 * allowed; what no reader should find is looked for in the bytes.
 */
export const judgeObjects = async ({ pdfium, document, bytes }: Judged): Promise<ObjectVerdict> => {
  const hidden = findHidden(bytes);
  if (hidden === 'endless') return refused('too-complex');
  const copy = pdfium.copy(document, bytes.length + mostUnpacked);
  if (!copy || countTokens(copy) > mostTokens) return refused('too-complex');
  // Where the file is encrypted, the copy shows what its bytes did not.
  const isEncrypted = pdfium.call.FPDF_GetSecurityHandlerRevision(document) !== notEncrypted;
  const isHiding = hidden === 'active' || (isEncrypted && findHidden(copy) !== 'nothing');
  const context = await parsed(copy);
  if (!context) return refused('unreadable');
  const refusal = refusalOf(context) ?? (isHiding ? 'active-content' : undefined);
  if (refusal) return refused(refusal);
  const leaves = leavesOf(context);
  const incomplete = leaves.flatMap(({ isComplete }, n) => (isComplete ? [] : [n + 1]));
  return { ok: true, pages: leaves.length, incomplete: new Set(incomplete) };
};

/**
 * What is left of object and cross-reference streams is a stream like any other: PDFium took out what
 * they hold, and the parser would unpack them without a limit. PDFium writes names in one way only. They
 * are changed in the copy itself: it may have megabytes, and nobody reads it afterwards.
 */
const parsed = async (copy: Buffer): Promise<PDFContext | undefined> => {
  for (const type of ['/Type/ObjStm', '/Type/XRef']) {
    const plain = Buffer.from(type.replace('/Type', '/Typ_'));
    for (let at = copy.indexOf(type); at >= 0; at = copy.indexOf(type, at)) plain.copy(copy, at);
  }
  return PDFParser.forBytesWithOptions(copy, Number.POSITIVE_INFINITY, true)
    .parseDocument()
    .catch(() => undefined);
};

/** The first thing that is not allowed, in the order of what a clerk can do about it. */
const refusalOf = (context: PDFContext): InspectionRefusal | undefined => {
  const found = new Set<InspectionRefusal | undefined>();
  for (const object of objectsOf(context)) found.add(refusalOfObject(object));
  return order.find((refusal) => found.has(refusal));
};

const refusalOfObject = (object: PDFObject): InspectionRefusal | undefined => {
  if (object instanceof PDFStream)
    return isElsewhere(object.dict) ? 'active-content' : refusalOfDict(object.dict);
  return object instanceof PDFDict ? refusalOfDict(object) : undefined;
};

const order = ['scripted-form', 'active-content', 'attachment'] as const;

const refusalOfDict = (dict: PDFDict): InspectionRefusal | undefined => {
  if (dict.has(PDFName.of('XFA'))) return 'scripted-form';
  if (isActive(dict)) return isField(dict) ? 'scripted-form' : 'active-content';
  if (isLivelyAnnotation(dict)) return 'active-content';
  return isRunnableAttachment(dict) ? 'attachment' : undefined;
};

/** Data in another file (7.3.8.2), a page of another file (8.10.4), a picture of a print shop (14.11.7). */
const isElsewhere = (dict: PDFDict): boolean =>
  ['F', 'FFilter', 'Ref', 'OPI'].some((key) => dict.has(PDFName.of(key)));

const objectsOf = function* (context: PDFContext): Generator<PDFObject> {
  const waiting: PDFObject[] = [
    context.trailerInfo.Root,
    ...context.enumerateIndirectObjects().map(([, object]) => object),
  ].filter((object) => object !== undefined);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    yield object;
    for (const child of childrenOf(object)) waiting.push(child);
  }
};

const childrenOf = (object: PDFObject): readonly PDFObject[] => {
  if (object instanceof PDFStream) return object.dict.values();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFArray ? object.asArray() : [];
};
