import type { FunctionError } from './invocation.ts';

/** Sent once, before anything of the bundle is loaded. */
export interface Start {
  readonly kind: 'start';
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/** Event and answer travel as the JSON text that AWS would put on the wire. */
export interface Invoke {
  readonly kind: 'invoke';
  readonly requestId: string;
  readonly event: string;
  readonly deadline: number;
  readonly traceId: string;
  /** How far the stack's clock is ahead of the machine's. */
  readonly clockOffsetMs: number;
}

export type ToChild = Start | Invoke;

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'init-failed'; readonly error: FunctionError }
  | { readonly kind: 'answered'; readonly body: string }
  | {
      readonly kind: 'failed';
      readonly error: FunctionError;
      /** The process is about to end. */
      readonly ends?: true;
    };
