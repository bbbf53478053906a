import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Refused } from '#domain/refusal.ts';
import type { Contract, Route } from './contract.ts';

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A parsed request: nothing in here is unchecked but `rawBody`, which signatures are taken of. */
export interface Call<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  /** Present exactly where the route names roles. */
  readonly actor: R['who'] extends readonly unknown[] ? Staff : undefined;
  readonly idempotency: Idempotency | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: string;
  readonly sourceIp: string;
}

export type Reply =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 303; readonly location: string }
  | { readonly status: 200; readonly pdf: Uint8Array; readonly fileName: string }
  | { readonly status: 200; readonly script: string }
  | Refused;

export type Handlers<C extends Contract> = {
  readonly [Operation in keyof C]: (call: Call<C[Operation]>) => Promise<Reply>;
};
