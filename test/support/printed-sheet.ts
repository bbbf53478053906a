import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Its own way is to fetch it from elsewhere. */
const openReader = async (): Promise<void> => {
  const { resolve } = createRequire(import.meta.url);
  const wasm = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(wasm).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

/** What a camera reads off the first page of a printed sheet: the text of its QR code. */
export const qrOf = async (pdf: Uint8Array): Promise<string> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale: 3 });
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer();
  document.destroy();
  library.destroy();
  await openReader();
  const codes = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  const [code] = codes;
  if (codes.length !== 1 || !code) throw new Error(`${codes.length} codes on the sheet`);
  return code.text;
};
