import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { LoadWasm } from '#functions/scanning/adapters/image-decoders.ts';

const require = createRequire(import.meta.url);
const decoders = {
  'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'squoosh_png_bg.wasm': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  'zxing_reader.wasm': 'zxing-wasm/reader/zxing_reader.wasm',
};

/** As the bundle does it, but out of node_modules. */
export const loadWasm: LoadWasm = (name) => readFile(require.resolve(decoders[name]));
