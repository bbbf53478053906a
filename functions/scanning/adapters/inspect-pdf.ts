import { PDFArray, type PDFContext, PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type {
  InspectionRefusal,
  InspectionResult,
} from '#functions/scanning/ports/scan-inspector.ts';
import { isActiveDict, mentionsActiveContent } from './active-content.ts';
import { GuardedPdfParser } from './guarded-pdf-parser.ts';
import type { makeImageDecoders } from './image-decoders.ts';
import { decodeJpeg } from './inspect-image.ts';
import {
  makeFileReport,
  type makePageReader,
  type PageReport,
  unreadPage,
} from './page/page-reader.ts';
import { type PdfPage, pagesOf } from './pdf-pages.ts';
import { isAlsoZipFile } from './polyglot.ts';

interface Limits {
  readonly pages: number;
  readonly pixels: number;
  readonly milliseconds: number;
  readonly pictureMilliseconds: number;
}

export interface Reading {
  readonly decoders: ReturnType<typeof makeImageDecoders>;
  readonly readPage: ReturnType<typeof makePageReader>;
}

const refused = (refusal: InspectionRefusal): InspectionResult => ({ ok: false, refusal });

/** Pages of a PDF that only shows: encrypted, broken or active documents are refused. */
export const inspectPdf = async (
  bytes: Uint8Array,
  limits: Limits,
  reading: Reading,
): Promise<InspectionResult> => {
  if (isAlsoZipFile(bytes)) return refused('type-mismatch');
  const parser = new GuardedPdfParser(bytes, limits.milliseconds);
  const context = await parser.parseDocument().catch(() => undefined);
  if (parser.encrypted || saysEncrypted(bytes)) return refused('encrypted-pdf');
  if (!context || parser.stopped) return refused('unreadable');
  if (parser.active || mentionsActiveContent(bytes, 'file') || holdsActiveObject(context))
    return refused('active-content');
  const pages = pagesOf(context, limits.pages);
  if (pages.length < 1) return refused('unreadable');
  if (pages.length > limits.pages) return refused('too-many-pages');
  const { findings, marks } = await look(pages, limits, reading);
  return {
    ok: true,
    inspection: { mediaType: 'application/pdf', pages: pages.length, findings, marks },
  };
};

/** One page at a time; what is left when the time is over is said to be uninspected. */
const look = async (pages: readonly PdfPage[], limits: Limits, reading: Reading) => {
  const deadline = performance.now() + limits.pictureMilliseconds;
  const report = makeFileReport();
  for (const page of pages)
    report.add(performance.now() > deadline ? unreadPage : await lookAt(page, limits, reading));
  return report;
};

const lookAt = async (
  { jpeg, quarters }: PdfPage,
  { pixels: maximumPixels }: Limits,
  { decoders, readPage }: Reading,
): Promise<PageReport> => {
  const pixels = jpeg && (await decodeJpeg(jpeg, { decoders, maximumPixels }));
  return pixels ? readPage(pixels, quarters) : unreadPage;
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
