import decodeJpegImage, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import { decode as decodePngImage, init as initPng } from '@jsquash/png/decode.js';

/** Pixels as RGBA, four bytes each. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Node has WebAssembly, its types leave it to the browser's library. */
const { compile } = (
  globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<object> } }
).WebAssembly;

/** The package's types know only its options, not the compiled module before them. */
const initialiseJpeg = initJpeg as (module: object, options: object) => Promise<void>;

/** The bytes of a decoder, by the name of its file. */
export type LoadWasm = (
  name: 'mozjpeg_dec.wasm' | 'squoosh_png_bg.wasm' | 'zxing_reader.wasm',
) => Promise<Uint8Array>;

/** An A4 page at 300 dpi; what decoded it may stay in memory until the next page. */
const keptBytes = 40_000_000;

/** libjpeg paints what is missing grey and only says so. */
const isFatal = (complaint: string): boolean => /premature end|corrupt/i.test(complaint);

/**
 * WebAssembly decoders: the same bytes run on every architecture, in a memory of their own. Each is
 * compiled once a process. They expect data whose structure was checked; see `jpeg-structure.ts`,
 * `png-pixel-data.ts`.
 */
export const makeImageDecoders = (loadWasm: LoadWasm) => {
  let jpegModule: Promise<object> | undefined;
  let pngReady: Promise<unknown> | undefined;
  const compiled = async (name: Parameters<LoadWasm>[0]) => compile(await loadWasm(name));
  /** A fresh memory for every file: nothing of a stranger's file meets the next one. */
  const renewJpeg = (module: object, complaints: string[]): Promise<void> => {
    const hear = (text: string): void => void complaints.push(text);
    return initialiseJpeg(module, { print: hear, printErr: hear });
  };
  return {
    jpeg: async (bytes: Uint8Array): Promise<Pixels> => {
      jpegModule ??= compiled('mozjpeg_dec.wasm');
      const module = await jpegModule;
      const complaints: string[] = [];
      let isLarge = true;
      try {
        const ready = renewJpeg(module, complaints);
        const pixels = await decodeJpegImage(bytes as unknown as ArrayBuffer);
        await ready;
        isLarge = pixels.data.length > keptBytes;
        if (complaints.some(isFatal)) throw new Error(complaints.join('; '));
        return pixels;
      } finally {
        // The memory of a large picture would otherwise stay until the next one comes.
        if (isLarge) await renewJpeg(module, []);
      }
    },
    png: async (bytes: Uint8Array): Promise<Pixels> => {
      pngReady ??= compiled('squoosh_png_bg.wasm').then((module) => initPng(module));
      await pngReady;
      return decodePngImage(bytes as unknown as ArrayBuffer);
    },
  };
};
