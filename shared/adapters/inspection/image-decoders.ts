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

/** The bytes of a decoder, by the name of its file. */
export type LoadWasm = (name: 'mozjpeg_dec.wasm' | 'squoosh_png_bg.wasm') => Promise<Uint8Array>;

/**
 * WebAssembly decoders: the same bytes run on every architecture, in a memory of their own. Each is
 * compiled once a process.
 */
export const makeImageDecoders = (loadWasm: LoadWasm) => {
  let jpegReady: Promise<unknown> | undefined;
  let pngReady: Promise<unknown> | undefined;
  const compiled = async (name: Parameters<LoadWasm>[0]) => compile(await loadWasm(name));
  return {
    jpeg: async (bytes: Uint8Array): Promise<Pixels> => {
      jpegReady ??= compiled('mozjpeg_dec.wasm').then((module) => initJpeg(module));
      await jpegReady;
      return decodeJpegImage(bytes as unknown as ArrayBuffer);
    },
    png: async (bytes: Uint8Array): Promise<Pixels> => {
      pngReady ??= compiled('squoosh_png_bg.wasm').then((module) => initPng(module));
      await pngReady;
      return decodePngImage(bytes as unknown as ArrayBuffer);
    },
  };
};
