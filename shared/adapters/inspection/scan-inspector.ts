import { fileTypeFromBuffer } from 'file-type';
import { type ScanMediaType, scanLimits } from '#domain/scan/scan.ts';
import type { InspectionRefusal, ScanInspector } from '#ports/scan-inspector.ts';
import { type Dimensions, jpegDimensions, pngDimensions } from './dimensions.ts';
import { type LoadWasm, makeImageDecoders } from './image-decoders.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { findingsOf } from './page-quality.ts';

type Inspected = Awaited<ReturnType<ScanInspector['inspect']>>;

/** An A3 page at 400 dpi has 31 million; four bytes each must fit into the function's memory. */
const maximumPixels = 60_000_000;

const refused = (refusal: InspectionRefusal): Inspected => ({ ok: false, refusal });

/** Looks into uploaded files; what it was told of them counts for nothing. */
export const makeScanInspector = (loadWasm: LoadWasm): ScanInspector => {
  const decoders = makeImageDecoders(loadWasm);
  const image = async (bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png') => {
    const isPng = mediaType === 'image/png';
    const size = isPng ? pngDimensions(bytes) : jpegDimensions(bytes);
    const flaw = flawOf(size);
    if (!size || flaw) return refused(flaw ?? 'unreadable');
    try {
      const pixels = await (isPng ? decoders.png(bytes) : decoders.jpeg(bytes));
      const { width, height } = pixels;
      const findings = findingsOf(pixels);
      return { ok: true, inspection: { mediaType, pages: 1, width, height, findings } } as const;
    } catch {
      return refused('unreadable');
    }
  };
  return {
    inspect: async (bytes, declared) => {
      if (bytes.length === 0) return refused('empty');
      if (bytes.length > scanLimits.bytes) return refused('too-large');
      if ((await sniff(bytes)) !== declared) return refused('type-mismatch');
      return declared === 'application/pdf' ? inspectPdf(bytes) : image(bytes, declared);
    },
  };
};

/** Before a decoder sees a byte: the header says how much it would unpack. */
const flawOf = (size: Dimensions | undefined): InspectionRefusal | undefined => {
  if (!size || size.width < 1 || size.height < 1) return 'unreadable';
  return size.width * size.height > maximumPixels ? 'too-many-pixels' : undefined;
};

const sniff = async (bytes: Uint8Array): Promise<ScanMediaType | undefined> =>
  (await fileTypeFromBuffer(bytes))?.mime as ScanMediaType | undefined;
