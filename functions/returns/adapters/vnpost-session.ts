import * as z from 'zod';
import { holdToken } from '#adapters/node/held-token.ts';

export interface VnpostAccount {
  readonly username: string;
  readonly password: string;
}

interface Settings {
  readonly baseUrl: string;
  readonly customerCode: string;
  readonly account: () => Promise<VnpostAccount | undefined>;
}

const timeoutMs = 10_000;
const path = '/customer-partner/GetAccessToken';

const TokenAnswer = z.object({ success: z.literal(true), token: z.string().min(1).max(4_000) });

/**
 * Requests with MyVNPost's token. How long one lives is not written anywhere: it is used until the
 * carrier refuses it, and then fetched anew once. GET without a body, POST with one.
 */
export const makeVnpostSession = (settings: Settings) => {
  const { current, fresh } = holdToken(() => fetchToken(settings));
  return async (path: string, body?: object): Promise<Response> => {
    const first = await send(settings.baseUrl, path, await current(), body);
    if (first.status !== 401 && first.status !== 403) return first;
    return send(settings.baseUrl, path, await fresh(), body);
  };
};

const fetchToken = async ({ baseUrl, customerCode, account }: Settings): Promise<string> => {
  const found = await account();
  if (!found) throw new Error('no account at the carrier');
  const { username, password } = found;
  const response = await fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    body: JSON.stringify({ username, password, customerCode }),
  });
  return TokenAnswer.parse(await response.json()).token;
};

const send = (baseUrl: string, path: string, token: string, body?: object): Promise<Response> =>
  fetch(`${baseUrl}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { token, ...(body && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body && { body: JSON.stringify(body) }),
  });
