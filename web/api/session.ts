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
  /**
   * Somebody else signs in in a window beside, for one act: their token, which nothing keeps. The login
   * forgets them at once, so that nobody comes back as them.
   * @throws Error where the login refused
   */
  readonly another: () => Promise<string>;
  /** Takes the tokens back at the login and leaves for its sign-out. */
  readonly signOut: () => Promise<void>;
}

const pendingKey = 'sign-in-pending';

const takePending = (): Pending | undefined => {
  const text = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return text === null ? undefined : (JSON.parse(text) as Pending);
};

/**
 * The window beside says where the login came back to, is told that somebody has taken it, and what to do
 * then: to close, or to be signed out first.
 */
const beside = () => new BroadcastChannel('signed-in-beside');
const unclaimedAfterMs = 3_000;
const leavingKey = 'closes-signed-out';

type FromBeside = { readonly cameBackTo: string };
type ToBeside =
  | { readonly taken: true }
  | { readonly close: true }
  | { readonly signOutAt: string };

let listening: BroadcastChannel | undefined;

/** Opens the login beside; answers where it came back to, and a word to the window there. The last one counts. */
const openBeside = (url: string) =>
  new Promise<{ readonly cameBackTo: URL; readonly tell: (what: ToBeside) => void }>((resolve) => {
    listening?.close();
    const channel = beside();
    listening = channel;
    const tell = (what: ToBeside): void => channel.postMessage(what);
    channel.onmessage = ({ data }: MessageEvent<FromBeside | ToBeside>) => {
      if (!('cameBackTo' in data)) return;
      tell({ taken: true });
      resolve({ cameBackTo: new URL(data.cameBackTo), tell });
    };
    // Nobody behind it: the login's page must not reach into ours.
    window.open(url, '_blank', 'popup,noopener,width=480,height=720');
  });

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
      const { cameBackTo, tell } = await openBeside(url);
      tell({ close: true });
      // Refused: the question stays, and is asked again.
      await login.redeem(cameBackTo, pending).then(tokens.keep, () => undefined);
    },
    another: async () => {
      const { url, pending } = await login.begin(location.pathname, 'somebody-new');
      const { cameBackTo, tell } = await openBeside(url);
      const redeemed = login.redeem(cameBackTo, pending);
      // What is redeemed first cannot be taken back by the sign-out.
      await redeemed.catch(() => undefined);
      tell({ signOutAt: login.signOutUrl() });
      return (await redeemed).access_token;
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
  if (sessionStorage.getItem(leavingKey) !== null) {
    window.close();
    return true;
  }
  if (location.pathname !== returnPath || sessionStorage.getItem(pendingKey) !== null) return false;
  const channel = beside();
  // Nobody has taken it: somebody came back to an old address.
  const unclaimed = setTimeout(() => location.replace('/dang-nhap'), unclaimedAfterMs);
  // Closed at once, the window would take its message with it.
  channel.onmessage = ({ data }: MessageEvent<ToBeside>) => {
    if ('taken' in data) clearTimeout(unclaimed);
    if ('close' in data) window.close();
    if ('signOutAt' in data) {
      sessionStorage.setItem(leavingKey, '1');
      location.replace(data.signOutAt);
    }
  };
  channel.postMessage({ cameBackTo: location.href } satisfies FromBeside);
  return true;
};
