import { PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { scanLimits } from '#domain/scan/scan.ts';
import type { Inspection, InspectionRefusal } from '#ports/scan-inspector.ts';

type Inspected =
  | { readonly ok: true; readonly inspection: Inspection }
  | { readonly ok: false; readonly refusal: InspectionRefusal };

/** Keys and actions that make a document do things instead of showing them. */
const active = ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA'];

/** Pages of a PDF that only shows: encrypted, broken or active documents are refused. */
export const inspectPdf = async (bytes: Uint8Array): Promise<Inspected> => {
  const document = await parse(bytes);
  if (!document) return { ok: false, refusal: 'unreadable' };
  if (document.isEncrypted) return { ok: false, refusal: 'encrypted-pdf' };
  if (hasActiveContent(document)) return { ok: false, refusal: 'active-content' };
  const pages = pageCount(document);
  if (pages < 1) return { ok: false, refusal: 'unreadable' };
  if (pages > scanLimits.pages) return { ok: false, refusal: 'too-many-pages' };
  return { ok: true, inspection: { mediaType: 'application/pdf', pages, findings: [] } };
};

const parse = async (bytes: Uint8Array): Promise<PDFDocument | undefined> => {
  try {
    return await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
  } catch {
    return undefined;
  }
};

const pageCount = (document: PDFDocument): number => {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
};

const hasActiveContent = ({ context }: PDFDocument): boolean =>
  context.enumerateIndirectObjects().some(([, object]) => isActive(object, 0));

const deepest = 40;

const isActive = (object: PDFObject | undefined, depth: number): boolean => {
  if (!(object instanceof PDFDict) || depth > deepest) return false;
  return object.entries().some(([key, value]) => {
    const name = key.decodeText();
    const says = value instanceof PDFName ? value.decodeText() : '';
    return active.includes(name) || active.includes(says) || isActive(value, depth + 1);
  });
};
