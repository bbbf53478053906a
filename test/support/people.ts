import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { type Client, makeClient } from '#local/play/client.ts';
import { undeclared } from '#local/play/declared-answers.ts';
import { signIn } from '#local/play/sign-in.ts';
import { type Simulators, simulatorsAt } from '#local/play/simulators.ts';

export const stackUrl = (): string => inject('stackUrl');

/** Carrier, phone and portal of the stack under test. */
export const simulators = (): Simulators => simulatorsAt(stackUrl());

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

interface RawAsk {
  readonly token?: string | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as it is, instead of a body in JSON. */
  readonly text?: string;
}

/**
 * One request as it is written down, past the types of the contracts: for input that a contract
 * forbids, for what is no route, for each route in its turn, and for headers that are sent or read.
 * Whatever a contract allows is asked through a {@link Person}. A success must be as declared all the
 * same.
 */
export const raw = async (
  method: 'GET' | 'POST',
  path: string,
  { token, key = randomUUID(), headers = {}, body, text }: RawAsk = {},
): Promise<RawAnswer> => {
  const response = await fetch(`${stackUrl()}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': key }),
      ...headers,
    },
    ...(method === 'POST' && { body: text ?? JSON.stringify(body) }),
  });
  const said = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const { status } = response;
  const answer: Readonly<Record<string, unknown>> = isJson ? JSON.parse(said) : { text: said };
  const wrong = undeclared(method, path, { status, body: answer });
  if (wrong.length > 0) throw new Error(`an answer is not as declared: ${wrong.join('; ')}`);
  return { status, headers: response.headers, body: answer };
};

export interface Person extends Client {
  readonly token: string;
}

/** Somebody without a token, or a citizen with that of a session. */
export const anyone = (token?: string): Client => makeClient(stackUrl(), token);

const tokens = new Map<string, Promise<string>>();

/** A demo user who has signed in through the login page. */
export const person = async (username: string): Promise<Person> => {
  const known = tokens.get(username);
  const signing =
    known ??
    signIn({ publicUrl: stackUrl(), username, password: demoPassword }).then(
      ({ accessToken }) => accessToken,
    );
  tokens.set(username, signing);
  const token = await signing;
  return { token, ...anyone(token) };
};
