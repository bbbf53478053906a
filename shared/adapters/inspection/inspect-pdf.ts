import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { InspectionRefusal, InspectionResult } from '#ports/scan-inspector.ts';
import { isActiveDict, mentionsActiveContent } from './active-content.ts';
import { GuardedPdfParser } from './guarded-pdf-parser.ts';
import { isAlsoZipFile } from './polyglot.ts';

interface Limits {
  readonly pages: number;
  readonly milliseconds: number;
}

const refused = (refusal: InspectionRefusal): InspectionResult => ({ ok: false, refusal });

/** Pages of a PDF that only shows: encrypted, broken or active documents are refused. */
export const inspectPdf = async (bytes: Uint8Array, limits: Limits): Promise<InspectionResult> => {
  if (isAlsoZipFile(bytes)) return refused('type-mismatch');
  const parser = new GuardedPdfParser(bytes, limits.milliseconds);
  const context = await parser.parseDocument().catch(() => undefined);
  if (parser.encrypted || saysEncrypted(bytes)) return refused('encrypted-pdf');
  if (!context || parser.stopped) return refused('unreadable');
  if (parser.active || mentionsActiveContent(bytes, 'file') || holdsActiveObject(context))
    return refused('active-content');
  const pages = countPages(context, limits.pages);
  if (pages < 1) return refused('unreadable');
  if (pages > limits.pages) return refused('too-many-pages');
  return { ok: true, inspection: { mediaType: 'application/pdf', pages, findings: [] } };
};

/** Written in the open even where everything else is encrypted, object streams included. */
const encryption = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

const saysEncrypted = (bytes: Uint8Array): boolean =>
  encryption.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

const childrenOf = (object: PDFObject): readonly PDFObject[] => {
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFArray ? object.asArray() : [];
};

/** Objects out of object streams, which the parser reads by another way. */
const holdsActiveObject = (context: PDFContext): boolean => {
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFDict && isActiveDict(object)) return true;
    for (const child of childrenOf(object)) waiting.push(child);
  }
  return false;
};

const kidsOf = (node: PDFDict): readonly PDFObject[] | undefined => {
  const kids = node.lookup(PDFName.of('Kids'));
  return kids instanceof PDFArray ? kids.asArray() : undefined;
};

/** Leaves of the page tree; a node that is its own ancestor is counted once, so the walk ends. */
const countPages = (context: PDFContext, mostPages: number): number => {
  const root = context.lookup(context.trailerInfo.Root);
  const seen = new Set<PDFObject>();
  const waiting = root instanceof PDFDict ? [root.get(PDFName.of('Pages'))] : [];
  let pages = 0;
  while (waiting.length > 0 && pages <= mostPages) {
    const node = context.lookup(waiting.pop());
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const kids = kidsOf(node);
    if (kids) waiting.push(...kids);
    else pages += 1;
  }
  return pages;
};
