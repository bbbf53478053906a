import type { FileHandle } from 'node:fs/promises';
import type { Headers } from './signing/canonical-request.ts';
import type { Signed } from './signing/verify-signature.ts';

/** A request whose signature holds. */
export interface Call {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  /** Includes `x-amz-*` values that a presigned URL carries in its query. */
  readonly headers: Headers;
  readonly signed: Signed;
  readonly body: AsyncIterable<Uint8Array>;
  readonly now: number;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly xml?: string;
  /** Bytes `start` to `end`, both included; whoever sends the answer closes the file. */
  readonly file?: { readonly handle: FileHandle; readonly start: number; readonly end: number };
}
