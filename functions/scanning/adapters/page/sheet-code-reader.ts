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

/** The four bytes of a pixel at once, on a machine that puts the lowest first, as x64 and arm64 do. */
const pixel = { opaque: 0xff_00_00_00, grey: 0x01_01_01 } as const;

/** Used again for the next page of the same size: the reader takes a copy. */
let room = new Uint8ClampedArray(0);

/** Structurally an `ImageData`, which Node does not have. */
const pictureOf = ({ data, width, height }: Gray): ImageDataLike => {
  if (room.length !== data.length * 4) room = new Uint8ClampedArray(data.length * 4);
  const rgba = room;
  const pixels = new Uint32Array(rgba.buffer);
  for (let n = 0; n < data.length; n++)
    pixels[n] = pixel.opaque | (Math.floor(data[n] ?? 255) * pixel.grey);
  return { data: rgba, width, height, colorSpace: 'srgb' } as ImageDataLike;
};

type ImageDataLike = Exclude<Parameters<typeof readBarcodes>[0], Blob | ArrayBuffer | Uint8Array>;
