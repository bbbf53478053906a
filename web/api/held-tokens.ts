import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Login } from './login.ts';

/** An access token this close to its end is renewed before it is used. */
const renewBeforeMs = 60_000;

/** The page opens without a login that hangs. */
const mostWaitMs = 4_000;

const refreshKey = 'refresh-token';
/** Whose tab it is: known without a line too, and after a reload. */
const personKey = 'person';

/** `expired`: the page stays as it is, with everything typed, until the same person has signed in again. */
export type SessionState = 'out' | 'in' | 'expired';

interface Held {
  readonly access: string;
  /** By this device's own clock, from when the token came. */
  readonly endsAt: number;
  /** Whose token it is. Only compared, never trusted: the API verifies it. */
  readonly person: string;
}

const heldOf = ({ access_token: access, expires_in = 0 }: TokenEndpointResponse): Held => {
  const [, claims = ''] = access.split('.');
  const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
  const { sub } = JSON.parse(text) as { readonly sub?: unknown };
  const person = String(sub);
  return { access, endsAt: Date.now() + expires_in * 1000, person };
};

/** From now on it is this person's tab; answers whose it was. */
const takePerson = (person: string): string => {
  const before = sessionStorage.getItem(personKey) ?? person;
  sessionStorage.setItem(personKey, person);
  return before;
};

const silence = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the login does not answer')), mostWaitMs);
  });

/**
 * The tokens of this tab. The access token lies in memory only, the refresh token in the tab's own
 * storage: it ends with the tab, and no other tab or page reads it.
 */
export const makeHeldTokens = (login: Pick<Login, 'renew'>) => {
  const hearing = new Set<() => void>();
  let held: Held | undefined;
  let state: SessionState = 'out';
  const become = (next: SessionState, token = held): void => {
    held = token;
    state = next;
    for (const heard of hearing) heard();
  };
  const isGood = (): boolean =>
    state === 'in' && held !== undefined && held.endsAt - Date.now() > renewBeforeMs;
  const keep = (came: TokenEndpointResponse): void => {
    const next = heldOf(came);
    if (came.refresh_token !== undefined) sessionStorage.setItem(refreshKey, came.refresh_token);
    const before = takePerson(next.person);
    // Somebody else at the same desk: nothing of the person before may be sent in their name.
    if (state !== 'out' && before !== next.person) location.reload();
    else become('in', next);
  };
  const renewOnce = async (): Promise<void> => {
    // Whoever held the lock before may have renewed it.
    if (isGood()) return;
    const refresh = sessionStorage.getItem(refreshKey);
    const renewed = refresh === null ? undefined : await login.renew(refresh);
    if (renewed) return keep(renewed);
    sessionStorage.removeItem(refreshKey);
    become(state === 'out' ? 'out' : 'expired');
  };
  const renew = () => navigator.locks.request('renew-token', renewOnce);
  /**
   * As the tab was left. Without a line the person of before works on, and asks for a token when there is
   * something to send; the login has the last word then.
   */
  const resume = async (): Promise<void> => {
    if (sessionStorage.getItem(refreshKey) === null) return;
    await Promise.race([renew(), silence()]).catch(() => {
      if (sessionStorage.getItem(personKey) !== null && state === 'out') become('in');
    });
  };
  return {
    keep,
    resume,
    state: () => state,
    subscribe: (heard: () => void) => {
      hearing.add(heard);
      return () => hearing.delete(heard);
    },
    /** Good for another minute; undefined where somebody has to sign in first. */
    token: async (): Promise<string | undefined> => {
      if (state === 'in' && !isGood()) await renew();
      return state === 'in' ? held?.access : undefined;
    },
    refresh: () => sessionStorage.getItem(refreshKey),
    person: () => sessionStorage.getItem(personKey),
  };
};
