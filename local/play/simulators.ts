import { Disagreement } from './tour/narrator.ts';

/** What stands outside the API: the simulators of carrier, phone and portal under `/sim`. */
export interface Simulators {
  get<T>(path: `/sim/${string}`): Promise<T>;
  /** @throws Disagreement where it answers another status than `status`. */
  post<T>(path: `/sim/${string}`, body: unknown, status?: number): Promise<T>;
}

/** The simulators of the stack at this address; they want no token. */
export const simulatorsAt = (url: string): Simulators => {
  const send = async <T>(path: string, init: RequestInit, status: number): Promise<T> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    if (response.status !== status)
      throw new Disagreement(`${path} answered ${response.status}, expected ${status}: ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    get: (path) => send(path, {}, 200),
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
