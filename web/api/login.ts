import * as oauth from 'oauth4webapi';
import { settingsAt, type WebSettings } from '#plan/web-places.ts';

/** Where the hosted sign-in comes back to. */
export const returnPath = '/signed-in';

/** A sign-in that has left for the login and not come back yet. */
export interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly returnTo: string;
}

type Tokens = oauth.TokenEndpointResponse;

/** OAuth 2 code flow with PKCE, as Cognito's hosted sign-in and the local one both speak it. */
export interface Login {
  /**
   * The address of the login, and what has to be known when it comes back. `somebody-new`: it asks for a
   * name and a password, whoever has signed in there before.
   */
  readonly begin: (
    returnTo: string,
    who?: 'whoever' | 'somebody-new',
  ) => Promise<{ readonly url: string; readonly pending: Pending }>;
  readonly redeem: (cameBackTo: URL, pending: Pending) => Promise<Tokens>;
  /** Undefined where the login refuses: then somebody has to sign in. Throws where it did not answer. */
  readonly renew: (refresh: string) => Promise<Tokens | undefined>;
  readonly revoke: (refresh: string) => Promise<void>;
  /** Ends the login's own session too, and comes back to the sign-in of the pages. */
  readonly signOutUrl: () => string;
}

const serverOf = ({ issuer, loginUrl }: WebSettings): oauth.AuthorizationServer => ({
  issuer,
  authorization_endpoint: `${loginUrl}/oauth2/authorize`,
  token_endpoint: `${loginUrl}/oauth2/token`,
  revocation_endpoint: `${loginUrl}/oauth2/revoke`,
});

/** The local login speaks HTTP, on this machine alone. */
const overHttp = () =>
  location.protocol === 'http:' ? { [oauth.allowInsecureRequests]: true } : {};

/**
 * How far the device's clock is behind, in seconds: tokens tell the server's time, and a counter's clock
 * may be wrong by a day.
 */
export const clockSkewIn = (told: Response): number => {
  const now = Date.parse(told.headers.get('date') ?? '');
  return Number.isNaN(now) ? 0 : Math.round((now - Date.now()) / 1000);
};

const clockSkew = async (): Promise<number> =>
  clockSkewIn(await fetch(settingsAt, { cache: 'no-store' }));

const addressWith = (url: string, query: Readonly<Record<string, string>>): string =>
  `${url}?${new URLSearchParams(query)}`;

const begin =
  ({ loginUrl, clientId }: WebSettings, redirect: string): Login['begin'] =>
  async (returnTo, who = 'whoever') => {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = addressWith(`${loginUrl}/oauth2/authorize`, {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirect,
      scope: 'openid profile',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(who === 'somebody-new' && { prompt: 'login' }),
    });
    return { url, pending: { verifier, state, returnTo } };
  };

/** `skew`: as the answer has just told it that brought the settings. */
export const makeLogin = (settings: WebSettings, skew: number): Login => {
  const server = serverOf(settings);
  let justTold: number | undefined = skew;
  const clientNow = async (): Promise<oauth.Client> => {
    const behind = justTold ?? (await clockSkew());
    // A counter's clock may be set right, or wrong, at any time.
    justTold = undefined;
    return { client_id: settings.clientId, [oauth.clockSkew]: behind };
  };
  const nobody = oauth.None();
  const redirect = `${location.origin}${returnPath}`;
  return {
    begin: begin(settings, redirect),
    redeem: async (came, { verifier, state }) => {
      const client = await clientNow();
      const proven = oauth.validateAuthResponse(server, client, came, state);
      const asked = [server, client, nobody, proven, redirect, verifier, overHttp()] as const;
      const answer = await oauth.authorizationCodeGrantRequest(...asked);
      return oauth.processAuthorizationCodeResponse(server, client, answer);
    },
    renew: async (refresh) => {
      const client = await clientNow();
      const asked = [server, client, nobody, refresh, overHttp()] as const;
      const answer = await oauth.refreshTokenGrantRequest(...asked);
      return answer.status >= 400 && answer.status < 500
        ? undefined
        : oauth.processRefreshTokenResponse(server, client, answer);
    },
    revoke: async (refresh) => {
      const client = { client_id: settings.clientId };
      await oauth.revocationRequest(server, client, nobody, refresh, overHttp());
    },
    signOutUrl: () =>
      addressWith(`${settings.loginUrl}/logout`, {
        client_id: settings.clientId,
        logout_uri: `${location.origin}/dang-nhap`,
      }),
  };
};
