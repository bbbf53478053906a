import { PDFiumModule } from '@hyzyla/pdfium';
import { type LoadWasm, webAssembly } from './webassembly.ts';

type Call = (...values: readonly number[]) => number;

/** What PDFium exports, by the names of its public headers (fpdfview.h, fpdf_edit.h, fpdf_save.h). */
type Exports = Readonly<
  Record<
    | 'malloc'
    | 'free'
    | 'FPDF_InitLibrary'
    | 'FPDF_LoadMemDocument'
    | 'FPDF_CloseDocument'
    | 'FPDF_GetLastError'
    | 'FPDF_GetPageCount'
    | 'FPDF_GetSecurityHandlerRevision'
    | 'FPDF_LoadPage'
    | 'FPDF_ClosePage'
    | 'FPDF_GetPageWidth'
    | 'FPDF_GetPageHeight'
    | 'FPDF_RenderPageBitmap'
    | 'FPDF_SaveAsCopy'
    | 'FPDFBitmap_CreateEx'
    | 'FPDFBitmap_Destroy'
    | 'FPDFBitmap_FillRect'
    | 'FPDFBitmap_GetBuffer'
    | 'FPDFBitmap_GetHeight'
    | 'FPDFBitmap_GetStride'
    | 'FPDFPage_GetRotation'
    | 'FPDFPage_CountObjects'
    | 'FPDFPage_GetObject'
    | 'FPDFFormObj_CountObjects'
    | 'FPDFFormObj_GetObject'
    | 'FPDFPageObj_GetType'
    | 'FPDFPageObj_GetMatrix'
    | 'FPDFPageObj_GetBounds'
    | 'FPDFTextObj_GetTextRenderMode'
    | 'FPDFTextObj_GetFontSize'
    | 'FPDFImageObj_GetImagePixelSize'
    | 'FPDFImageObj_GetImageFilterCount'
    | 'FPDFImageObj_GetImageFilter'
    | 'FPDFImageObj_GetImageDataDecoded'
    | 'FPDFImageObj_GetImageDataRaw'
    | 'FPDFImageObj_GetImageMetadata'
    | 'FPDFImageObj_GetBitmap',
    Call
  >
> & {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly __indirect_function_table: { set(at: number, value: unknown): void };
};

/** PDFium with a memory of its own: nothing of a stranger's file meets the next one. */
export interface Pdfium {
  readonly call: Exports;
  /** A view of its memory, good until it grows. */
  readonly view: (at: number, length: number) => Uint8Array;
  /** Lends some bytes of its memory for one piece of work. */
  readonly borrow: <T>(bytes: number, work: (at: number) => T) => T;
  /** Has it write a copy of a document that is encrypted no more; returns nothing where it fails. */
  readonly copy: (document: number, mostBytes: number) => Buffer | undefined;
}

interface Imports {
  readonly env: Readonly<Record<string, unknown>> & {
    readonly emscripten_resize_heap: (bytes: number) => unknown;
  };
}

type Factory = (options: {
  readonly instantiateWasm: (
    imports: Imports,
    ready: (instance: object, module: object) => void,
  ) => unknown;
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}) => Promise<unknown>;

const silence = (): void => undefined;

/** Compiles once a process; each call gives a fresh instance (measured: 3 ms). */
export const makePdfiums = (loadWasm: LoadWasm, { memory }: { readonly memory: number }) => {
  let compiled: Promise<object> | undefined;
  return async (): Promise<Pdfium> => {
    compiled ??= loadWasm('pdfium.wasm').then((bytes) => webAssembly.compile(bytes));
    const module = await compiled;
    let exports: Exports | undefined;
    await (PDFiumModule as unknown as Factory)({
      instantiateWasm: (imports, ready) => {
        const instance = new webAssembly.Instance(module, within(memory, imports));
        exports = instance.exports as unknown as Exports;
        ready(instance, module);
        return exports;
      },
      print: silence,
      printErr: silence,
    });
    if (!exports) throw new Error('PDFium was not instantiated');
    exports.FPDF_InitLibrary();
    return pdfiumOn(exports);
  };
};

/** Every growth of the memory passes here; one that is denied ends PDFium with an exception. */
const within = (memory: number, imports: Imports): Imports => ({
  ...imports,
  env: {
    ...imports.env,
    emscripten_resize_heap: (bytes: number) =>
      bytes >>> 0 > memory ? 0 : imports.env.emscripten_resize_heap(bytes),
  },
});

const pdfiumOn = (call: Exports): Pdfium => {
  const view = (at: number, length: number): Uint8Array =>
    new Uint8Array(call.memory.buffer, at, length);
  const borrow: Pdfium['borrow'] = (bytes, work) => {
    const at = call.malloc(bytes);
    if (at === 0) throw new Error('PDFium is out of memory');
    try {
      return work(at);
    } finally {
      call.free(at);
    }
  };
  return { call, view, borrow, copy: makeCopy({ call, view, borrow }) };
};

/**
 * `(module (import "e" "f" (func (param i32 i32 i32) (result i32))) (export "f" (func 0)))`: only a
 * WebAssembly function may stand in the table of functions.
 */
const callback = Buffer.from(
  '0061736d0100000001080160037f7f7f017f02070101650166000007050101660000',
  'hex',
);

const removeSecurity = 3;

const makeCopy =
  ({ call, view, borrow }: Omit<Pdfium, 'copy'>): Pdfium['copy'] =>
  (document, mostBytes) => {
    const pieces: Buffer[] = [];
    let left = mostBytes;
    const write = (_: number, at: number, length: number): number => {
      left -= length;
      if (left < 0) return 0;
      pieces.push(Buffer.from(view(at, length)));
      return 1;
    };
    const { f } = new webAssembly.Instance(new webAssembly.Module(callback), { e: { f: write } })
      .exports;
    // The table cannot grow; nothing is ever called through its first place, the null pointer.
    call.__indirect_function_table.set(0, f);
    const isWritten = borrow(8, (at) => {
      // FPDF_FILEWRITE: version 1, and which function writes a block.
      new DataView(call.memory.buffer).setInt32(at, 1, true);
      new DataView(call.memory.buffer).setInt32(at + 4, 0, true);
      return call.FPDF_SaveAsCopy(document, at, removeSecurity);
    });
    return isWritten && left >= 0 ? Buffer.concat(pieces) : undefined;
  };
