import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { LoadWasm } from '#functions/scanning/adapters/pictures/webassembly.ts';
import type { Gray } from './gray.ts';

export interface SheetCode {
  readonly text: string;
  readonly isUpsideDown: boolean;
}

/** What the QR of every cover sheet begins with; codes on the citizen's own papers do not count. */
const prefix = 'PC1|';

/**
 * Reads the codes of cover sheets from a reduced page: their modules are six pixels wide even there.
 * The reader sees grey values that we made, never a stranger's bytes.
 */
export const makeSheetCodeReader = (loadWasm: LoadWasm) => {
  let ready: Promise<unknown> | undefined;
  const prepare = async (): Promise<void> => {
    const wasm = await loadWasm('zxing_reader.wasm');
    const wasmBinary = new Uint8Array(wasm).buffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  };
  return async (page: Gray): Promise<readonly SheetCode[]> => {
    ready ??= prepare();
    await ready;
    const codes = await readBarcodes(pictureOf(page), {
      formats: ['QRCode'],
      tryHarder: true,
      tryInvert: false,
    });
    return codes
      .filter(({ isValid, text }) => isValid && text.startsWith(prefix))
      .map(({ text, rotation }) => ({ text, isUpsideDown: Math.abs(rotation) > 135 }));
  };
};

const brightest = 255;

/** As a portable grey map (PGM): given as an `ImageData` it would be made colour here and grey again there. */
const pictureOf = ({ data, width, height }: Gray): Uint8Array => {
  const header = Buffer.from(`P5 ${width} ${height} ${brightest}\n`, 'latin1');
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
};
