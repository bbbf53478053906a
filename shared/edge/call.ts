import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Refused } from '#domain/refusal.ts';
import type { Answer, Contract, Route } from './contract.ts';

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

/** What is only read: a view may answer with lists of the domain itself, and an open record with any object. */
type Shown<T> = T extends readonly (infer Item)[]
  ? readonly Shown<Item>[]
  : T extends object
    ? unknown extends T[keyof T]
      ? object
      : { readonly [Key in keyof T]: Shown<T[Key]> }
    : T;

type AnswerReply<Status extends number, A extends Answer> = A extends 'pdf'
  ? { readonly status: Status; readonly pdf: Uint8Array; readonly fileName: string }
  : A extends 'script'
    ? { readonly status: Status; readonly script: string }
    : A extends 'redirect'
      ? { readonly status: Status; readonly location: string }
      : {
          readonly status: Status;
          readonly body: A extends z.ZodType ? Shown<z.output<A>> : never;
        };

/** What a handler may answer: a status that its route declares with the body declared for it, or a refusal. */
export type Reply<R extends Route = Route> =
  | {
      [Status in keyof R['answers'] & number]: AnswerReply<Status, R['answers'][Status]>;
    }[keyof R['answers'] & number]
  | Refused;

export type Handlers<C extends Contract> = {
  readonly [Operation in keyof C]: (call: Call<C[Operation]>) => Promise<Reply<C[Operation]>>;
};
