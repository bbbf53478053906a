import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2WithRequestContext,
} from 'aws-lambda';
import type * as z from 'zod';
import type { Idempotency } from '#application/deciding.ts';
import type { Staff, StaffMember } from '#domain/actor/actor.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import type { Refused } from '#domain/refusal.ts';
import type { Answer, Contract, Devices, Route } from './contract.ts';
import type { ServerPage } from './page.ts';

/** What the authorizer of devices says of a device: all text, as API Gateway hands it over. */
export interface DeviceContext {
  readonly device: string;
  readonly office: string;
  readonly kind: string;
}

/** Who was let in, by which authorizer; neither on a route without one. */
interface Authorized {
  readonly jwt?: { readonly claims: Readonly<Record<string, unknown>> };
  readonly lambda?: Readonly<Record<string, unknown>>;
}

export type HttpEvent = APIGatewayProxyEventV2WithRequestContext<
  APIGatewayEventRequestContextV2 & { readonly authorizer?: Authorized }
>;

/** A parsed request: nothing in here is unchecked but `rawBody`, which signatures are taken of. */
export interface Call<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  /** Present exactly where the route names roles, members of staff, kinds of devices, or a phone session. */
  readonly actor: R['who'] extends readonly unknown[]
    ? Staff
    : R['who'] extends 'member'
      ? StaffMember
      : R['who'] extends Devices
        ? DeviceActor
        : R['who'] extends 'phone'
          ? PhoneActor
          : undefined;
  readonly idempotency: Idempotency | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: string;
  /** The address that tries are counted by: IPv4, or the /64 of an IPv6 address. */
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
    : A extends 'page'
      ? { readonly status: Status; readonly page: ServerPage }
      : A extends 'redirect'
        ? { readonly status: Status; readonly location: string }
        : {
            readonly status: Status;
            readonly body: A extends z.ZodType ? Shown<z.output<A>> : never;
          };

/** Of whom an answer shows something: ids of dossiers, each once; of what is about none of ours, its own. */
type About<R extends Route> = R['reads'] extends { readonly of: 'answer' }
  ? { readonly about: readonly string[] }
  : unknown;

/** What a handler may answer: a status that its route declares with the body declared for it, or a refusal. */
export type Reply<R extends Route = Route> =
  | ({
      [Status in keyof R['answers'] & number]: AnswerReply<Status, R['answers'][Status]>;
    }[keyof R['answers'] & number] &
      About<R>)
  | Refused;

export type Handlers<C extends Contract> = {
  readonly [Operation in keyof C]: (call: Call<C[Operation]>) => Promise<Reply<C[Operation]>>;
};
