import * as z from 'zod';
import { type Instant, minutes, plus, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { ZaloAccount, ZaloAccounts } from './zalo-account.ts';

interface Settings {
  readonly accounts: ZaloAccounts;
  /** Base address, e.g. `https://oauth.zaloapp.com`. */
  readonly oauthUrl: string;
  readonly clock: Clock;
}

export interface ZaloTokens {
  /** A token that is good for some minutes yet; undefined when there is none to be had. */
  access(): Promise<string | undefined>;
  /** Zalo no longer takes this one, whatever its age. */
  rejected(token: string): void;
}

const renewedBefore = minutes(5);
const timeoutMs = 5_000;
/** How long a rival that has renewed just now may take to write it down. */
const rivalWrites = seconds(2);

const Answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().int().positive(),
});

/**
 * Access tokens live about a day, and each renewal spends the refresh token and gives a new one,
 * which goes back into the secret before the access token is used: lost, only the operator can get
 * another. Of two processes that renew at once one is refused, and finds what the other has stored.
 */
export const makeZaloTokens = ({ accounts, oauthUrl, clock }: Settings): ZaloTokens => {
  let refused: string | undefined;
  const valid = ({ accessToken, expiresAt = 0 }: ZaloAccount): string | undefined =>
    accessToken !== refused && plus(clock.now(), renewedBefore) < expiresAt
      ? accessToken
      : undefined;
  const renew = async (account: ZaloAccount): Promise<string | undefined> => {
    const asked = clock.now();
    const answer = await ask(oauthUrl, account);
    if (!answer) return undefined;
    await accounts.store({ ...account, ...tokensOf(answer, asked) });
    return answer.access_token;
  };
  return {
    access: async () => {
      const cached = valid(await accounts.read());
      if (cached) return cached;
      const account = await accounts.read(true);
      const known = valid(account) ?? (await renew(account));
      if (known) return known;
      await clock.pauseUpTo(rivalWrites);
      return valid(await accounts.read(true));
    },
    rejected: (token) => {
      refused = token;
    },
  };
};

const tokensOf = (answer: z.output<typeof Answer>, asked: Instant) => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token,
  expiresAt: plus(asked, seconds(answer.expires_in)),
});

/** Undefined when Zalo refuses the token, or says nothing. */
const ask = async (
  oauthUrl: string,
  { appId, appSecret, refreshToken }: ZaloAccount,
): Promise<z.output<typeof Answer> | undefined> => {
  try {
    const response = await fetch(`${oauthUrl}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: appSecret },
      signal: AbortSignal.timeout(timeoutMs),
      body: new URLSearchParams({
        app_id: appId,
        refresh_token: refreshToken,
        grant_type: 'refresh_token',
      }),
    });
    return Answer.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
};
