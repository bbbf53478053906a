import type { Message } from '#local/outside/phone/message-store.ts';
import { Disagreement } from './tour/narrator.ts';

/** What stands outside the API: the simulators of carrier, phone and portal under `/sim`. */
export interface Simulators {
  /** What came to this number (E.164), or to all, in the order of arrival. */
  messages(phone?: string): Promise<readonly Message[]>;
  get<T>(path: `/sim/${string}`): Promise<T>;
  /** @throws Disagreement where it answers another status than `status`. */
  post<T>(path: `/sim/${string}`, body: unknown, status?: number): Promise<T>;
}

/** The simulators of the stack at this address; they want no token. */
export const simulatorsAt = (url: string): Simulators => {
  const send = async <T>(path: `/sim/${string}`, init: RequestInit, status: number): Promise<T> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    if (response.status !== status)
      throw new Disagreement(`${path} answered ${response.status}, expected ${status}: ${text}`);
    return JSON.parse(text) as T;
  };
  const get = <T>(path: `/sim/${string}`) => send<T>(path, {}, 200);
  return {
    messages: async (phone) => {
      const query = phone === undefined ? '' : `?phone=${encodeURIComponent(phone)}`;
      const path = `/sim/phone/messages${query}` as const;
      return (await get<{ readonly messages: readonly Message[] }>(path)).messages;
    },
    get,
    post: (path, body, status = 200) =>
      send(
        path,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        status,
      ),
  };
};
