import * as z from 'zod';
import { holdToken } from '#adapters/node/held-token.ts';

export interface PortalAccount {
  readonly username: string;
  readonly password: string;
}

export interface PortalSettings {
  /** Base address of the integration adapter before the portal. */
  readonly baseUrl: string;
  /** Mã đơn vị. */
  readonly unitCode: string;
  readonly account: () => Promise<PortalAccount>;
}

const timeoutMs = 7_000;

/** Deployed systems keep both paths in their settings; these are guesses at what a province is given. */
const paths = { login: '/mapi/login', integration: '/mapi/g' } as const;

const Session = z.object({ session: z.string().min(1).max(4_000), error_code: z.coerce.string() });

/** `error_code` comes as "00" or as the number 0, depending on the adapter. */
export const isSuccess = (code: string): boolean => Number(code) === 0;

/** What the portal calls a session that has ended. A guess; a wrong one costs one more login. */
const SESSION_ENDED = '05';

const Answer = z.looseObject({ error_code: z.coerce.string().max(40) });
export type PortalAnswer = z.output<typeof Answer>;

/**
 * Calls services of the portal. How long a session lives is not written anywhere: it is used until the
 * portal refuses it, and then opened anew once. Throws where there is no answer that can be read.
 */
export const makePortalSession = (settings: PortalSettings) => {
  const { current, fresh } = holdToken(() => openSession(settings));
  return async (service: string, fields: object): Promise<PortalAnswer> => {
    const first = await send(settings, await current(), service, fields);
    if (first !== 'session-ended') return first;
    const second = await send(settings, await fresh(), service, fields);
    if (second === 'session-ended') throw new Error('the portal ends every session');
    return second;
  };
};

const openSession = async (settings: PortalSettings): Promise<string> => {
  const { username, password } = await settings.account();
  const response = await post(settings, paths.login, { username, password });
  const opened = Session.parse(await response.json());
  if (!isSuccess(opened.error_code)) throw new Error(`no session: ${opened.error_code}`);
  return opened.session;
};

const send = async (
  settings: PortalSettings,
  session: string,
  service: string,
  fields: object,
): Promise<PortalAnswer | 'session-ended'> => {
  const { unitCode: madonvi } = settings;
  const response = await post(settings, paths.integration, {
    session,
    madonvi,
    service,
    ...fields,
  });
  if (response.status === 401) return 'session-ended';
  if (!response.ok) throw new Error(`the portal answered ${response.status}`);
  const answer = Answer.parse(await response.json());
  return answer.error_code === SESSION_ENDED ? 'session-ended' : answer;
};

const post = ({ baseUrl }: PortalSettings, path: string, body: object): Promise<Response> =>
  fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    body: JSON.stringify(body),
  });
