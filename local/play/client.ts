import { randomUUID } from 'node:crypto';
import { demoPassword } from '#local/people/demo-users.ts';
import { undeclared } from './declared-answers.ts';
import { signIn } from './sign-in.ts';
import { Disagreement } from './tour/narrator.ts';

export interface Client {
  get<T>(path: string, status?: number): Promise<T>;
  post<T>(path: string, body: unknown, status?: number): Promise<T>;
  /** The bytes behind a path, redirects followed by hand so that the token stays with the API. */
  bytes(path: string): Promise<Uint8Array>;
}

/** A person with a browser: a token and the API's address. */
export const makeClient = (url: string, token?: string): Client => {
  const send = async (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const json = async <T>(
    method: string,
    path: string,
    body: unknown,
    status: number,
  ): Promise<T> => {
    const response = await send(method, path, body);
    const text = await response.text();
    if (response.status !== status)
      throw new Disagreement(`${path} answered ${response.status}, expected ${status}: ${text}`);
    const answer: unknown = JSON.parse(text);
    const wrong = undeclared(method, path, { status, body: answer });
    if (wrong.length > 0) throw new Disagreement(`not as declared: ${wrong.join('; ')}`);
    return answer as T;
  };
  return {
    get: (path, status = 200) => json('GET', path, undefined, status),
    post: (path, body, status = 200) => json('POST', path, body, status),
    bytes: async (path) => {
      let response = await send('GET', path);
      const location = response.headers.get('location');
      if (response.status === 303 && location) response = await fetch(location);
      if (!response.ok) throw new Disagreement(`${path} answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
};

/** Signs a demo user in through the login page, as a browser would. */
export const clientOf = async (url: string, username: string): Promise<Client> => {
  const { accessToken } = await signIn({ publicUrl: url, username, password: demoPassword });
  return makeClient(url, accessToken);
};
