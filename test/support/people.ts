import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { undeclared } from '#local/play/declared-answers.ts';
import { signIn } from '#local/play/sign-in.ts';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Asked {
  readonly token?: string | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of JSON. */
  readonly raw?: string;
}

export const stackUrl = (): string => inject('stackUrl');

/** One request; the answer is parsed where it is JSON, and must be what its contract declares. */
export const call = async <T = Record<string, unknown>>(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  { token, key = randomUUID(), headers = {}, raw }: Asked = {},
): Promise<Answer<T>> => {
  const response = await fetch(`${stackUrl()}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': key }),
      ...headers,
    },
    ...(method === 'POST' && { body: raw ?? JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const { status } = response;
  const answer: unknown = isJson ? JSON.parse(text) : { text };
  const wrong = undeclared(method, path, { status, body: answer });
  if (wrong.length > 0) throw new Error(`an answer is not as declared: ${wrong.join('; ')}`);
  return { status, headers: response.headers, body: answer as T };
};

export interface Person {
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body: unknown, asked?: Asked): Promise<Answer<T>>;
  readonly token: string;
}

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
  return {
    token,
    get: (path) => call('GET', path, undefined, { token }),
    post: (path, body, asked) => call('POST', path, body, { token, ...asked }),
  };
};
