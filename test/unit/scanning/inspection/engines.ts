import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadSharp } from '#functions/scanning/adapters/pictures/load-sharp.ts';
import type { Engines } from '#functions/scanning/adapters/pictures/show-pages.ts';

const require = createRequire(import.meta.url);
const modules = {
  'pdfium.wasm': '@hyzyla/pdfium/pdfium.wasm',
  'zxing_reader.wasm': 'zxing-wasm/reader/zxing_reader.wasm',
};

/** As the bundle does it, but out of node_modules. */
export const engines: Engines = {
  loadWasm: (name) => readFile(require.resolve(modules[name])),
  sharp: loadSharp(),
};
