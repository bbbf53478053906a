import { fileTypeFromBuffer } from 'file-type';
import { scanLimits } from '#domain/scan/scan.ts';
import type {
  InspectionRefusal,
  InspectionResult,
  ScanInspector,
} from '#functions/scanning/ports/scan-inspector.ts';
import { type LoadWasm, makeImageDecoders } from './image-decoders.ts';
import { inspectImage, likenessIn } from './inspect-image.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { makeFindRepeated } from './page/find-repeated.ts';
import { makePageReader } from './page/page-reader.ts';

export interface InspectionLimits {
  readonly bytes: number;
  readonly pages: number;
  /** Of one image; a progressive JPEG counts double. */
  readonly pixels: number;
  /** For reading one PDF. */
  readonly milliseconds: number;
  /** For looking at the pictures of its pages. */
  readonly pictureMilliseconds: number;
}

/** An A3 page at 400 dpi has 31 million pixels; decoding takes up to 8 bytes for each. */
const usualLimits: InspectionLimits = {
  bytes: scanLimits.bytes,
  pages: scanLimits.pages,
  pixels: 60_000_000,
  milliseconds: 5_000,
  pictureMilliseconds: 40_000,
};

const refused = (refusal: InspectionRefusal): InspectionResult => ({ ok: false, refusal });

/**
 * Looks into uploaded files; what it was told of them counts for nothing. PDFs are read but not
 * painted: of their pages those are looked at that consist of one JPEG, as scanners write them.
 */
export const makeScanInspector = (
  loadWasm: LoadWasm,
  limits: InspectionLimits = usualLimits,
): ScanInspector => {
  const decoders = makeImageDecoders(loadWasm);
  const readPage = makePageReader(loadWasm);
  return {
    inspect: async (bytes, declared) => {
      if (bytes.length === 0) return refused('empty');
      if (bytes.length > limits.bytes) return refused('too-large');
      if ((await sniff(bytes)) !== declared) return refused('type-mismatch');
      return declared === 'application/pdf'
        ? inspectPdf(bytes, limits, { decoders, readPage })
        : inspectImage(bytes, declared, { decoders, readPage, maximumPixels: limits.pixels });
    },
    findRepeated: makeFindRepeated(async ({ bytes, mediaType }) =>
      mediaType === 'application/pdf'
        ? undefined
        : likenessIn(bytes, mediaType, { decoders, maximumPixels: limits.pixels }),
    ),
  };
};

/** Enough for the magic numbers; the library would otherwise walk through the stranger's file. */
const sniffedBytes = 4_100;

const sniff = async (bytes: Uint8Array): Promise<string | undefined> =>
  (await fileTypeFromBuffer(bytes.subarray(0, sniffedBytes)))?.mime;
