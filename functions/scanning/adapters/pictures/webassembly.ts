/** Node has WebAssembly; its types leave it to the browser's library, which no server code should see. */
export interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<object>;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/** The bytes of a WebAssembly module, by the name under which it lies beside the bundle. */
export type LoadWasm = (name: 'pdfium.wasm' | 'zxing_reader.wasm') => Promise<Uint8Array>;
