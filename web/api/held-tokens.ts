import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Login } from './login.ts';

/** An access token this close to its end is renewed before it is used. */
const renewBeforeMs = 60_000;

const refreshKey = 'refresh-token';

/** `expired`: the page stays as it is, with everything typed, until the same person has signed in again. */
export type SessionState = 'out' | 'in' | 'expired';

interface Held {
  readonly access: string;
  /** By this device's own clock, from when the token came. */
  readonly endsAt: number;
  /** Whose token it is. Only compared, never trusted: the API verifies it. */
  readonly person: unknown;
}

const heldOf = ({ access_token: access, expires_in = 0 }: TokenEndpointResponse): Held => {
  const [, claims = ''] = access.split('.');
  const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
  const { sub: person } = JSON.parse(text) as { readonly sub?: unknown };
  return { access, endsAt: Date.now() + expires_in * 1000, person };
};

/**
 * The tokens of this tab. The access token lies in memory only, the refresh token in the tab's own
 * storage: it ends with the tab, and no other tab or page reads it.
 */
export const makeHeldTokens = (login: Pick<Login, 'renew'>) => {
  const hearing = new Set<() => void>();
  let held: Held | undefined;
  let state: SessionState = 'out';
  const become = (next: SessionState): void => {
    state = next;
    for (const heard of hearing) heard();
  };
  const isGood = (): boolean =>
    state === 'in' && held !== undefined && held.endsAt - Date.now() > renewBeforeMs;
  const keep = (came: TokenEndpointResponse): void => {
    const next = heldOf(came);
    if (came.refresh_token !== undefined) sessionStorage.setItem(refreshKey, came.refresh_token);
    // Somebody else at the same desk: nothing of the person before may be sent in their name.
    if (held && held.person !== next.person) {
      location.reload();
      return;
    }
    held = next;
    become('in');
  };
  const renewOnce = async (): Promise<void> => {
    // Whoever held the lock before may have renewed it.
    if (isGood()) return;
    const refresh = sessionStorage.getItem(refreshKey);
    const renewed = refresh === null ? undefined : await login.renew(refresh);
    if (renewed) return keep(renewed);
    sessionStorage.removeItem(refreshKey);
    become(held ? 'expired' : 'out');
  };
  const renew = () => navigator.locks.request('renew-token', renewOnce);
  return {
    keep,
    renew,
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
  };
};
