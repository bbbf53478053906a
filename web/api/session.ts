import type { WebSettings } from '#plan/web-places.ts';
import { makeHeldTokens, type SessionState } from './held-tokens.ts';
import { makeLogin, type Pending, returnPath } from './login.ts';

export interface Session {
  readonly state: () => SessionState;
  readonly subscribe: (heard: () => void) => () => void;
  /** A token that is good for another minute; undefined where somebody has to sign in first. */
  readonly token: () => Promise<string | undefined>;
  /** Whose tab it is, by their token. Only compared, never trusted. */
  readonly person: () => string | null;
  /** Leaves for the login; comes back to `returnTo`. */
  readonly signIn: (returnTo: string) => Promise<void>;
  /** The same in a window beside, so that nothing typed is lost. */
  readonly signInBeside: () => Promise<void>;
  /** Takes the tokens back at the login and leaves for its sign-out. */
  readonly signOut: () => Promise<void>;
}

const pendingKey = 'sign-in-pending';

const takePending = (): Pending | undefined => {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return text === null ? undefined : (JSON.parse(text) as Pending);
};

/** The window beside says where the login came back to, and is told that somebody has taken it. */
const beside = () => new BroadcastChannel('signed-in-beside');
const taken = 'taken';
const unclaimedAfterMs = 3_000;

/**
 * The session of this tab: as it was left, or as the login that has just come back says.
 * @throws Error where the login refused, or did not answer
 */
export const openSession = async (settings: WebSettings, skew: number): Promise<Session> => {
  const login = makeLogin(settings, skew);
  const tokens = makeHeldTokens(login);
  if (location.pathname === returnPath) {
    const pending = takePending();
    const came = new URL(location.href);
    history.replaceState(null, '', pending?.returnTo ?? '/dang-nhap');
    if (pending) tokens.keep(await login.redeem(came, pending));
  } else await tokens.resume();
  return {
    ...tokens,
    signIn: async (returnTo) => {
      const { url, pending } = await login.begin(returnTo);
      sessionStorage.setItem(pendingKey, JSON.stringify(pending));
      location.assign(url);
    },
    signInBeside: async () => {
      const { url, pending } = await login.begin(location.pathname);
      const channel = beside();
      channel.onmessage = ({ data }: MessageEvent<string>) => {
        if (data === taken) return;
        channel.postMessage(taken);
        // Refused: the question stays, and is asked again.
        login.redeem(new URL(data), pending).then(tokens.keep, () => undefined);
      };
      // Nobody behind it: the login's page must not reach into ours.
      window.open(url, '_blank', 'popup,noopener,width=480,height=720');
    },
    signOut: async () => {
      const refresh = tokens.refresh();
      sessionStorage.clear();
      if (refresh !== null) await login.revoke(refresh).catch(() => undefined);
      location.assign(login.signOutUrl());
    },
  };
};

/** In the window beside: hands over what the login said, and is gone. Answers whether this is that window. */
export const handOverBeside = (): boolean => {
  if (location.pathname !== returnPath || sessionStorage.getItem(pendingKey) !== null) return false;
  const channel = beside();
  // Closed at once, the window would take its message with it.
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (data === taken) window.close();
  };
  channel.postMessage(location.href);
  // Nobody has taken it: somebody came back to an old address.
  setTimeout(() => location.replace('/dang-nhap'), unclaimedAfterMs);
  return true;
};
